import { Worker } from 'node:worker_threads'
import type { RefusalReason } from './refusals.ts'

/** What the worker sends: first that it stands ready, then its answer or the reason of its refusal. */
export type WorkerMessage<Answer> =
  | { kind: 'ready' }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'refused'; reason: RefusalReason }

export type ReadOutcome<Answer> = { answer: Answer } | { refused: RefusalReason }

/** Reading an order takes 50 ms; a file that needs more than this was made to hurt. */
const readingTime = 1400
const startingTime = 20_000
const resourceLimits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

/** Opens a file where it can do no harm: in a thread of its own, with its own memory and a time-out. */
export function readInWorker<Answer>(entry: URL, request: unknown): Promise<ReadOutcome<Answer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: request, execArgv: [], resourceLimits })
    let timer = setTimeout(settle, startingTime, { refused: 'too-slow' })

    function settle(outcome: ReadOutcome<Answer>): void {
      clearTimeout(timer)
      resolve(outcome)
      void worker.terminate()
    }
    function fail(error: Error): void {
      clearTimeout(timer)
      reject(error)
    }
    worker.on('message', (message: WorkerMessage<Answer>) => {
      if (message.kind === 'answer') return settle({ answer: message.answer })
      if (message.kind === 'refused') return settle({ refused: message.reason })
      clearTimeout(timer)
      timer = setTimeout(settle, readingTime, { refused: 'too-slow' })
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return settle({ refused: 'too-slow' })
      fail(error)
    })
    // Comes after an answer as well; a settled promise then ignores it.
    worker.on('exit', () => fail(new Error('the reading worker left without an answer')))
  })
}
