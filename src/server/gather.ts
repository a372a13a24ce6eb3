import type { Writable } from 'node:stream'

/**
 * From now on statements that nobody waits between go out in one piece, under TLS in one record: handing a piece to the
 * system costs more than making a statement of it. The driver corks the connection for each statement with values or a
 * name.
 */
export function gather(stream: Writable): void {
  let held = 0
  const uncork = stream.uncork.bind(stream)
  const letGo = () => {
    for (; held > 0; held--) uncork()
  }
  stream.uncork = () => {
    // `end` counts anew: it lets go of everything at once.
    if (stream.writableCorked <= held) letGo()
    else if (held++ === 0) process.nextTick(letGo)
  }
}
