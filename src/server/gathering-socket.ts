import { Socket } from 'node:net'

type Written = (error?: Error | null) => void

/**
 * A connection on which everything that is written before anybody waits goes out in one piece: handing a piece to the
 * system costs more than making a statement of it, and a call sends some twenty.
 */
export class GatheringSocket extends Socket {
  #held = 0

  override write(chunk: Uint8Array | string, encoding?: BufferEncoding | Written, written?: Written): boolean {
    this.cork()
    try {
      return typeof encoding === 'function' ? super.write(chunk, encoding) : super.write(chunk, encoding, written)
    } finally {
      this.uncork()
    }
  }

  override uncork(): void {
    if (this.#held++ === 0) process.nextTick(() => this.#letGo())
  }

  #letGo() {
    for (; this.#held > 0; this.#held--) super.uncork()
  }
}
