export const proofForms = ['file', 'photo', 'link', 'outside-event', 'no-requests', 'words'] as const
/** How a proof was given; `no-requests`: «Запросов не было», a good end of an activity on request. */
export type ProofForm = (typeof proofForms)[number]

/** How a school's answer reached the coordinator who recorded it. */
export const onBehalfWays = ['letter', 'call', 'photo'] as const
export type OnBehalf = (typeof onBehalfWays)[number]

export const submissionStatuses = ['waiting', 'returned', 'accepted'] as const
export type SubmissionStatus = (typeof submissionStatuses)[number]
