let ofComputer: () => Date = () => {
  throw new Error('tellComputerTime was not called: the composition root says what time it is')
}
let read: () => Date = () => ofComputer()

/** The composition root says what this computer's clock shows: it may be wrong, and jumps when the computer wakes. */
export function tellComputerTime(source: () => Date): void {
  ofComputer = source
}

export function computerTime(): Date {
  return ofComputer()
}

/** Whoever knows better says what time it is: the server, or a demonstration year with a clock of its own. */
export function tellTime(source: () => Date): void {
  read = source
}

export function currentTime(): Date {
  return read()
}
