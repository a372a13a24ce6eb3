import { Socket } from 'node:net'

/**
 * A connection on which statements that nobody waits between go out in one piece: handing a piece to the system costs
 * more than making a statement of it. The driver corks the connection for each statement with values or a name.
 */
export class GatheringSocket extends Socket {
  #held = 0

  override uncork(): void {
    // `end` counts anew: it lets go of everything at once.
    if (this.writableCorked <= this.#held) this.#letGo()
    else if (this.#held++ === 0) process.nextTick(() => this.#letGo())
  }

  #letGo() {
    for (; this.#held > 0; this.#held--) super.uncork()
  }
}
