import { limits } from '../../paper/limits.ts'
import { type ParseAnswer, ParseAnswerSchema } from './order.ts'

const BRACE = 0x7b

/** What a reading gave and a file of ours kept (`export --to json`); null for any other file. */
export function keptAnswer(bytes: Uint8Array): ParseAnswer | null {
  if (bytes[0] !== BRACE || bytes.byteLength > limits.textBytes) return null
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null // a text that begins with a brace, or an .rtf: the readers of papers answer it
  }
  const answer = ParseAnswerSchema.safeParse(json)
  return answer.success ? answer.data : null
}
