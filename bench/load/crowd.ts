import { type Sample, startWorker, type Thinking, type Worker } from './worker.ts'

/** What the process of the people at work is asked: to begin, to work so for a while and tell, to go home. */
export type CrowdAsked =
  | { what: 'begin'; port: number; workers: Worker[]; thinking: Thinking }
  | { what: 'work'; thinking: Thinking; milliseconds: number }
  | { what: 'go home' }
export type CrowdAnswered = { samples: Sample[]; processor: number }

let samples: Sample[] = []
let working: ReturnType<typeof startWorker>[] = []

process.on('message', async (asked: CrowdAsked) => {
  process.send?.(await answer(asked))
})

async function answer(asked: CrowdAsked): Promise<CrowdAnswered> {
  if (asked.what === 'begin') {
    working = asked.workers.map((worker) => startWorker(asked.port, worker, (sample) => samples.push(sample)))
    for (const one of working) one.think(asked.thinking)
    return told(process.cpuUsage())
  }
  if (asked.what === 'go home') {
    await Promise.all(working.map((one) => one.stop()))
    return told(process.cpuUsage())
  }
  samples = []
  const before = process.cpuUsage()
  for (const one of working) one.think(asked.thinking)
  await new Promise((resolve) => setTimeout(resolve, asked.milliseconds))
  return told(before)
}

function told(before: NodeJS.CpuUsage): CrowdAnswered {
  const { user, system } = process.cpuUsage(before)
  return { samples, processor: user + system }
}
