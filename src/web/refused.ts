import type { RefusalAnswer } from '../kernel/refusal.ts'

/** The server answered «no», or had a bug: `answer.message` is a sentence for the screen. */
export class Refused extends Error {
  readonly answer: RefusalAnswer
  readonly status: number

  constructor(answer: RefusalAnswer, status: number) {
    super(answer.message)
    this.answer = answer
    this.status = status
  }

  /** Our own fault: the request id is worth showing, and trying again may help. */
  get isBug(): boolean {
    return this.status >= 500
  }

  /** Someone else changed it meanwhile; `answer.current` is the version in force. */
  get isStale(): boolean {
    return this.status === 412
  }
}

/** No answer came: the link is broken or the server does not run. Nothing is known about what it did. */
export class ConnectionLost extends Error {}
