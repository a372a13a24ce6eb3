/** What can show that an activity was carried out («подтверждение», design §3). */
export const proofKinds = [
  'allocation',
  'event',
  'outside-event',
  'survey',
  'competency-assessment',
  'learning-route',
  'road-map',
  'association',
  'interview',
  'support-request',
  'document',
  'file',
] as const

export type ProofKind = (typeof proofKinds)[number]

/** What a school can show by itself: which school gets which support, and interviews, are the authority's to record. */
export const schoolProofKinds = proofKinds.filter((kind) => kind !== 'allocation' && kind !== 'interview')

/** Who stages the activity: the authority, a school, or someone outside (mostly the institute). */
export const holders = ['us', 'school', 'outside'] as const
export type HeldBy = (typeof holders)[number]

/** Which participants a section is for (the order's support variants). */
export const audiences = ['all', 'first-or-repeated', 'persistent-or-signs', 'unknown'] as const
export type Audience = (typeof audiences)[number]
