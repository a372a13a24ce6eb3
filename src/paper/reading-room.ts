import { Worker } from 'node:worker_threads'
import type { RefusalReason } from './refusals.ts'

/** What the worker sends: whether it stands ready or still loads a reader, then its answer or the reason of its refusal. */
export type WorkerMessage<Answer> =
  | { kind: 'ready' }
  | { kind: 'loading' }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'refused'; reason: RefusalReason }

export type ReadOutcome<Answer> = { answer: Answer } | { refused: RefusalReason }

/** Where files are opened that may do harm: each in a thread with its own memory and a time-out, two at a time. */
export type ReadingRoom<Answer> = { read(request: unknown): Promise<ReadOutcome<Answer>> }

/** Reading an order takes 50 ms; a file that needs more than this was made to hurt. */
const workTime = 1200
/** Even where other programs leave us no processor. */
const waitingTime = 15_000
const desks = 2
/** What reading may add to the process; an honest order takes a tenth of it. */
const mostMemory = 150 * 1024 * 1024
const resourceLimits = { maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }
export const forPapers: Allowance = { workTime, mostMemory, heapMb: 128 }

/** What one reading may take: processor time, memory of the process, and the worker's own heap. */
export type Allowance = { workTime: number; mostMemory: number; heapMb: number }

export function openReadingRoom<Answer>(entry: URL, allowed: Allowance = forPapers): ReadingRoom<Answer> {
  const queue: (() => void)[] = []
  let spare: Worker | null = null
  let busy = 0

  async function read(request: unknown): Promise<ReadOutcome<Answer>> {
    if (busy >= desks) await new Promise<void>((resolve) => queue.push(resolve))
    busy += 1
    const kept = spare
    spare = null
    const worker = kept ?? start()
    try {
      const outcome = await readBy<Answer>(worker, { request, isReady: kept !== null, allowed })
      if ('answer' in outcome && spare === null) {
        // A worker that has read well waits for the next paper, without keeping the process alive.
        spare = worker
        worker.unref()
      }
      return outcome
    } finally {
      if (spare !== worker) void worker.terminate()
      busy -= 1
      queue.shift()?.()
    }
  }

  function start(): Worker {
    // What a library prints while it reads must not stand in our answer; faults of ours come as an event.
    const worker = new Worker(entry, {
      execArgv: [],
      resourceLimits: { ...resourceLimits, maxOldGenerationSizeMb: allowed.heapMb },
      stdout: true,
      stderr: true,
    })
    // Each reading listens for itself; a thread that dies after its answer concerns nobody.
    worker.on('error', () => {})
    worker.on('exit', () => {
      if (spare === worker) spare = null
    })
    return worker
  }
  return { read }
}

type Task = { request: unknown; isReady: boolean; allowed: Allowance }

function readBy<Answer>(worker: Worker, { request, isReady, allowed }: Task): Promise<ReadOutcome<Answer>> {
  return new Promise((resolve, reject) => {
    let watch = stopwatch(isReady ? allowed.workTime : waitingTime)
    let isTooLarge = isReady ? memoryWatch(allowed.mostMemory) : () => false
    const timer = setInterval(() => (watch() || isTooLarge()) && settle({ refused: 'too-slow' }), 25)

    function leave(): void {
      clearInterval(timer)
      worker.off('message', hear).off('error', fail).off('exit', miss)
    }
    function settle(outcome: ReadOutcome<Answer>): void {
      leave()
      resolve(outcome)
    }
    function hear(message: WorkerMessage<Answer>): void {
      if (message.kind === 'answer') settle({ answer: message.answer })
      if (message.kind === 'refused') settle({ refused: message.reason })
      if (message.kind === 'loading') watch = stopwatch(waitingTime)
      if (message.kind === 'loading') isTooLarge = () => false
      if (message.kind !== 'ready') return
      watch = stopwatch(allowed.workTime)
      isTooLarge = memoryWatch(allowed.mostMemory)
    }
    function fail(error: NodeJS.ErrnoException): void {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') settle({ refused: 'too-slow' })
      leave()
      // Says nothing where the promise was settled just above.
      reject(error)
    }
    function miss(): void {
      fail(new Error('the reading worker left without an answer'))
    }
    worker.on('message', hear).on('error', fail).on('exit', miss)
    worker.ref()
    worker.postMessage(request)
  })
}

/** Byte arrays lie outside the memory that a thread is limited to, so the process itself is looked at. */
function memoryWatch(most: number): () => boolean {
  const before = process.memoryUsage.rss()
  return () => process.memoryUsage.rss() - before > most
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
    return waited > Math.max(waitingTime, work) || (waited > work && (user + system) / 1000 > work)
  }
}
