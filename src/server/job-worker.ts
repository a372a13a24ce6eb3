import type PgBoss from 'pg-boss'

type Job = PgBoss.JobWithMetadata<Record<string, string>>

type Duty = { run(job: Job): Promise<void>; onError(error: unknown): void }

export type JobWorker = {
  /** Looks at the queue at once. */
  wake(): void
  /**
   * Asks for no other job, and waits for the one under way; one that takes longer goes back into the queue while it has
   * tries left.
   */
  rest(): Promise<void>
}

const POLLING_MS = 2_000
const STOP_WITHIN_MS = 4_000

/**
 * Works through one queue, one job after another. The worker of `pg-boss` does not wait for what it writes of a job's
 * end: of a database that goes away at that moment nobody would be told, and the whole process would end.
 */
export function startJobWorker(boss: PgBoss, queue: string, { run, onError }: Duty): JobWorker {
  let isOver = false
  let wasWoken = false
  let wakeUp: () => void = () => undefined
  let underWay: Job | undefined

  const pause = async () => {
    if (isOver || wasWoken) return
    const timer = setTimeout(() => wakeUp(), POLLING_MS)
    await new Promise<void>((resolve) => {
      wakeUp = resolve
    })
    clearTimeout(timer)
  }
  const takeOne = async () => {
    const [job] = await boss.fetch<Record<string, string>>(queue, { batchSize: 1, includeMetadata: true })
    underWay = job
    if (!job) return false
    const failed = await endOf(run(job), job.expireInSeconds * 1000)
    underWay = undefined
    // Where the end cannot be written down, the job is taken over once its lease is over, and done again.
    await (failed ? boss.fail(queue, job.id, failed) : boss.complete(queue, job.id))
    return true
  }
  const loop = async () => {
    while (!isOver) {
      wasWoken = false
      const wasThere = await takeOne().catch((error: unknown) => {
        onError(error)
        return false
      })
      if (!wasThere) await pause()
    }
  }
  const ended = loop()
  let resting: Promise<void> | undefined
  const letEnd = async () => {
    isOver = true
    wakeUp()
    await endOf(ended, STOP_WITHIN_MS)
    if (underWay) await boss.fail(queue, underWay.id, new Error('stopped')).catch(onError)
  }

  return {
    wake() {
      wasWoken = true
      wakeUp()
    },
    rest: () => {
      resting ??= letEnd()
      return resting
    },
  }
}

/** Why it failed, or that it takes too long; nothing where all went well. */
async function endOf(work: Promise<void>, withinMs: number): Promise<Error | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Error>((resolve) => {
    timer = setTimeout(() => resolve(new Error(`it takes longer than ${withinMs} ms`)), withinMs)
  })
  const done = work.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  )
  const end = await Promise.race([done, late])
  clearTimeout(timer)
  return end
}
