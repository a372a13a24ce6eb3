import { newId } from '../src/kernel/id.ts'

/** A statement as the product sent it, with everything that the driver was told about it. */
export type Sent = {
  text: string
  values?: unknown[]
  rowMode?: 'array'
  name?: string
  /** Days and moments were left as the database writes them. */
  isTimeUnread?: true
  /** Sent before the one before it was answered. */
  isTogether?: true
}

/** A row is inserted once more under an id of its own. */
export function again(sent: Sent): Sent {
  if (!sent.values || !/^\s*insert/i.test(sent.text)) return sent
  return { ...sent, values: [newId(), ...sent.values.slice(1)] }
}
