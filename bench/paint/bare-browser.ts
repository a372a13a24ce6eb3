import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { BROWSER_FLAGS } from '../../test/harness/browser.ts'

type Answer = { id?: number; result?: Record<string, unknown>; error?: { message: string } }
type Called = { resolve: (result: Record<string, unknown>) => void; reject: (cause: Error) => void }

/**
 * A browser with a profile on the disk, as people have it, to which nobody listens. A driver for tests has the page's
 * engine tell of each error and request, which costs a slow machine an eighth of a second that no reader pays.
 */
export class BareBrowser {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #to: Writable
  readonly #called = new Map<number, Called>()
  #asked = 0

  constructor(name: string) {
    this.#folder = join(tmpdir(), `opora-paint-${process.pid}-${name}`)
    this.#process = spawn(
      process.env.CHROMIUM_PATH ?? '',
      ['--headless', '--remote-debugging-pipe', `--user-data-dir=${this.#folder}`, ...BROWSER_FLAGS, 'about:blank'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    )
    const [, , , to, from] = this.#process.stdio
    if (!isWritable(to) || !isReadable(from)) throw new Error('the browser has no pipe')
    this.#to = to
    this.#listen(from)
    this.#process.once('exit', () => this.#failAll('the browser has ended'))
  }

  /** Calls one method of the browser, or of the page that `session` is attached to. */
  call(method: string, params: object = {}, session?: string): Promise<Record<string, unknown>> {
    const id = ++this.#asked
    const answered = new Promise<Record<string, unknown>>((resolve, reject) => {
      this.#called.set(id, { resolve, reject })
    })
    this.#to.write(`${JSON.stringify({ id, method, params, ...(session ? { sessionId: session } : {}) })}\0`)
    return answered
  }

  /** Ends the browser and drops its profile. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    if (this.#process.exitCode === null) {
      this.call('Browser.close').catch(() => undefined)
      await ended
    }
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }

  #listen(from: Readable): void {
    let rest = ''
    from.setEncoding('utf8').on('data', (piece: string) => {
      const lines = `${rest}${piece}`.split('\0')
      rest = lines.pop() ?? ''
      for (const line of lines) this.#settle(JSON.parse(line))
    })
  }

  #settle({ id, result, error }: Answer): void {
    const called = this.#called.get(id ?? 0)
    this.#called.delete(id ?? 0)
    if (error) called?.reject(new Error(error.message))
    else called?.resolve(result ?? {})
  }

  #failAll(reason: string): void {
    for (const { reject } of this.#called.values()) reject(new Error(reason))
    this.#called.clear()
  }
}

function isWritable(stream: unknown): stream is Writable {
  return typeof stream === 'object' && stream !== null && 'write' in stream
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream
}
