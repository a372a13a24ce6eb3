import { parentPort } from 'node:worker_threads'
import { fillLetterhead } from '../paper/fill-letterhead.ts'
import { faultsOfLetterhead, openLetterhead } from '../paper/letterhead.ts'
import type { WorkerMessage } from '../paper/reading-room.ts'
import { PaperRefused } from '../paper/refusals.ts'
import type { LetterheadAnswer, LetterheadRequest } from './letterhead-room.ts'

parentPort?.on('message', (request: LetterheadRequest) => send(answerTo(request)))
send({ kind: 'ready' })

function answerTo({ bytes, filling }: LetterheadRequest): WorkerMessage<LetterheadAnswer> {
  try {
    const faults = faultsOfLetterhead(openLetterhead(bytes))
    const filled = filling !== null && faults.length === 0 ? fillLetterhead(bytes, filling) : null
    return { kind: 'answer', answer: { faults, filled } }
  } catch (error) {
    if (error instanceof PaperRefused) return { kind: 'refused', reason: error.reason }
    throw error
  }
}

function send(message: WorkerMessage<LetterheadAnswer>): void {
  parentPort?.postMessage(message)
}
