import { parentPort } from 'node:worker_threads'
import type { WorkerMessage } from '../paper/reading-room.ts'
import { writePdf } from '../paper/write-pdf.ts'
import type { Print } from './print-pdf.ts'

parentPort?.on('message', ({ title, sheets }: Print) => {
  send({ kind: 'answer', answer: writePdf(title, sheets) })
})
send({ kind: 'ready' })

function send(message: WorkerMessage<Uint8Array>): void {
  parentPort?.postMessage(message)
}
