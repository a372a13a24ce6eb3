import { liveContract } from '../../src/app/live/contract.ts'
import { requestOf } from '../../src/kernel/contract.ts'

export type Following = {
  status: number
  /** Everything told so far: by which request. */
  told: (string | null)[]
  /** Fulfilled once the server has ended it. */
  ended: Promise<void>
  leave(): void
}

/** Listens as an open window does. */
export async function follow(url: string, cookie: string): Promise<Following> {
  const { path } = requestOf(liveContract.followChanges, {})
  const stop = new AbortController()
  const response = await fetch(`${url}${path}`, { headers: { cookie: `opora=${cookie}` }, signal: stop.signal })
  const told: (string | null)[] = []
  const ended = read(response, told).catch(() => undefined) // left, or cut off: either is an end
  return { status: response.status, told, ended, leave: () => stop.abort() }
}

async function read({ body }: Response, told: (string | null)[]): Promise<void> {
  let text = ''
  for await (const piece of body ?? []) {
    text += Buffer.from(piece).toString()
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      if (event.startsWith('data: ')) told.push(JSON.parse(event.slice('data: '.length)).by)
    }
  }
}
