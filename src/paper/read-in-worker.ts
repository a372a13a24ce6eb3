import { Worker } from 'node:worker_threads'
import type { RefusalReason } from './refusals.ts'

/** What the worker sends: first that it stands ready, then its answer or the reason of its refusal. */
export type WorkerMessage<Answer> =
  | { kind: 'ready' }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'refused'; reason: RefusalReason }

export type ReadOutcome<Answer> = { answer: Answer } | { refused: RefusalReason }

/** Reading an order takes 50 ms; a file that needs more than this was made to hurt. */
const workTime = 1300
/** Even where other programs leave us no processor. */
const waitingTime = 15_000
const resourceLimits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

/** Opens a file where it can do no harm: in a thread of its own, with its own memory and a time-out. */
export function readInWorker<Answer>(entry: URL, request: unknown): Promise<ReadOutcome<Answer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: request, execArgv: [], resourceLimits })
    let watch = stopwatch(Number.POSITIVE_INFINITY)
    const timer = setInterval(() => watch() && settle({ refused: 'too-slow' }), 50)

    function settle(outcome: ReadOutcome<Answer>): void {
      clearInterval(timer)
      resolve(outcome)
      void worker.terminate()
    }
    function fail(error: Error): void {
      clearInterval(timer)
      reject(error)
    }
    worker.on('message', (message: WorkerMessage<Answer>) => {
      if (message.kind === 'answer') return settle({ answer: message.answer })
      if (message.kind === 'refused') return settle({ refused: message.reason })
      watch = stopwatch(workTime)
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return settle({ refused: 'too-slow' })
      fail(error)
    })
    // Comes after an answer as well; a settled promise then ignores it.
    worker.on('exit', () => fail(new Error('the reading worker left without an answer')))
  })
}

/**
 * Tells when the time is over. Work is measured in processor time as well, so that a busy computer makes reading
 * slower, not impossible.
 */
function stopwatch(work: number): () => boolean {
  const started = performance.now()
  const before = process.cpuUsage()
  return () => {
    const waited = performance.now() - started
    const { user, system } = process.cpuUsage(before)
    return waited > waitingTime || (waited > work && (user + system) / 1000 > work)
  }
}
