export const proofForms = ['file', 'photo', 'link', 'outside-event', 'no-requests', 'words'] as const
/** How a proof was given; `no-requests`: «Запросов не было», a good end of an activity on request. */
export type ProofForm = (typeof proofForms)[number]

/** Forms that are files; they come as raw bodies. */
export const fileForms = ['file', 'photo'] as const

export const submissionStatuses = ['waiting', 'returned', 'accepted'] as const
export type SubmissionStatus = (typeof submissionStatuses)[number]

/** Why a chosen cell is left as it is when many are accepted in one call. */
export const leftReasons = ['nothing-waits', 'not-yours', 'handed-in-later'] as const
export type LeftReason = (typeof leftReasons)[number]

/** The most cells that one call changes. */
export const MOST_AT_ONCE = 200

/** The most other cells that one event proves in one call. */
export const MOST_SHARED = 20

/** What a window still lacks before it is accepted. */
export const missingThings = ['proof', 'submission', 'acceptance'] as const
export type MissingThing = (typeof missingThings)[number]

/** On whose side somebody acted: the organisation's own, the authority's, the controller's. */
export const sides = ['organisation', 'authority', 'controller'] as const
export type Side = (typeof sides)[number]
