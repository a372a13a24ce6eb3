/** Where `work.now` comes from. */
export type Clock = { now(): Date }

export const realClock: Clock = { now: () => new Date() }

export type MovableClock = Clock & { moveTo(moment: Date): void }

/** A clock that runs like the real one from wherever it was set: for demonstrations and tests. */
export function movableClock(start: Date): MovableClock {
  let shift = start.getTime() - Date.now()
  return {
    now: () => new Date(Date.now() + shift),
    moveTo(moment) {
      shift = moment.getTime() - Date.now()
    },
  }
}
