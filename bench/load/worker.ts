import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OrganisationId, ProgrammeId, RoadMapId } from '../../src/kernel/id.ts'
import { type Ask, deedsOf } from './deeds.ts'
import { follow, send } from './wire.ts'

export type WorkerRole = 'region' | 'head' | 'coordinator' | 'school'

/** Somebody of the region, signed in. */
export type Worker = {
  role: WorkerRole
  cookie: string
  organisationId: OrganisationId
  programmeId: ProgrammeId
  roadMapId: RoadMapId
  year: number
}

export type Sample = { screen: string; milliseconds: number; status: number }

/** How long somebody looks at what has come before she does the next thing. */
export type Thinking = { least: number; most: number }

const BROWSER_CONNECTIONS = 6
const TIMES_ITS_ANSWER = 5
const LONGEST_WAIT_MS = 10_000

/** Works until told to stop: looks, decides, hands in, thinks, and asks again when somebody else has changed something. */
export function startWorker(port: number, worker: Worker, tell: (sample: Sample) => void) {
  const door = { port, cookie: worker.cookie, agent: new Agent({ keepAlive: true, maxSockets: BROWSER_CONNECTIONS }) }
  const own = new Set<string>()
  let thinking: Thinking = { least: 0, most: 0 }
  let again: (() => Promise<unknown>) | null = null
  let wait: NodeJS.Timeout | undefined
  let isOver = false
  let answerMs = 0

  const change: Ask = async (screen, endpoint, input) => {
    const { status, requestId, text, milliseconds } = await send(door, endpoint, input)
    own.add(requestId)
    tell({ screen, milliseconds, status })
    return JSON.parse(text) // the product's own answer
  }
  const look: Ask = (screen, endpoint, input) => {
    again = () => change(screen, endpoint, input)
    return change(screen, endpoint, input)
  }
  const next = deedsOf(worker, { look, change })

  // As the screens do: another's change is asked for about a second later, however many there were, and five times the
  // last answer's time after that.
  const stopFollowing = follow(door, (by) => {
    if (isOver || wait !== undefined || (by !== null && own.has(by))) return
    const askAgain = () => {
      wait = undefined
      const began = performance.now()
      const answered = () => {
        answerMs = Math.min(LONGEST_WAIT_MS / TIMES_ITS_ANSWER, performance.now() - began)
      }
      if (!isOver) again?.().then(answered, failed)
    }
    wait = setTimeout(askAgain, 600 + TIMES_ITS_ANSWER * answerMs + Math.random() * 700)
  })
  const failed = () => {
    if (!isOver) tell({ screen: 'broken connection', milliseconds: 0, status: 0 })
  }
  const work = async () => {
    await sleep(Math.random() * 3_000)
    while (!isOver) {
      await next().catch(failed)
      await sleep(thinking.least + Math.random() * (thinking.most - thinking.least))
    }
  }
  const done = work()

  return {
    think(wanted: Thinking) {
      thinking = wanted
    },
    async stop() {
      isOver = true
      clearTimeout(wait)
      stopFollowing()
      await done
      door.agent.destroy()
    },
  }
}
