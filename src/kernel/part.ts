/** What an organisation has to do with an activity (design §3, «закрепление за организацией»). */
export const assignmentParts = ['executes', 'takes-part', 'is-informed'] as const
export type AssignmentPart = (typeof assignmentParts)[number]

/** Classes of organisations that have a column of their own in the table of parts. */
export const partyClasses = ['authority', 'institute', 'school'] as const
export type PartyClass = (typeof partyClasses)[number]

/** The part of each class in one activity; null: none. */
export type Parts = Record<PartyClass, AssignmentPart | null>
