let read: () => Date = () => {
  throw new Error('tellTime was not called: the composition root says what time it is')
}

/** The composition root says what time it is; a demonstration year has a clock of its own. */
export function tellTime(source: () => Date): void {
  read = source
}

export function currentTime(): Date {
  return read()
}
