/** A start that cannot go on, said to the person at the terminal in her own words: print the message, no stack, exit 1. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
