/** The values of a message's sentence. What has no value is left out of it. */
export type Said = {
  /** The number of the row in its road map. */
  number?: string
  title?: string
  /** A day of the organisation's calendar. */
  day?: string
  /** The organisation that it is about. */
  organisation?: string
  comment?: string
  /** Open comments on a school's map. */
  remarks?: number
  /** How many things are meant, where it is not one. */
  count?: number
}
