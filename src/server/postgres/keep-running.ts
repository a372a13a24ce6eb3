import type { Cluster } from './cluster.ts'
import { type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'

/** A running server that is started again, on the same port, when it ends by itself: for want of memory, or killed by hand. */
export async function keepRunning(
  cluster: Cluster,
  log: (line: string) => void,
): Promise<{ port: number; end(): Promise<void> }> {
  const first = await startPostmaster(cluster, log)
  let isEnding = false
  let restart = Promise.resolve()
  watch(first)
  return {
    port: first.port,
    async end() {
      isEnding = true
      await restart
      await stopPostmaster(cluster)
    },
  }

  function watch({ child }: Postmaster): void {
    child.once('exit', () => {
      if (!isEnding) restart = startAgain()
    })
  }

  async function startAgain(): Promise<void> {
    log('База данных остановилась сама, запускаем её снова…')
    try {
      watch(await startPostmaster(cluster, log, first.port))
    } catch (error) {
      // nobody waits for this start: whoever asks the database next is told that it is away
      log(error instanceof Error ? error.message : String(error))
    }
  }
}
