export const revisionStatuses = ['draft', 'approved', 'superseded'] as const
export type RevisionStatus = (typeof revisionStatuses)[number]

export const importStatuses = ['reading', 'ready', 'failed', 'confirmed', 'abandoned'] as const
export type ImportStatus = (typeof importStatuses)[number]

/** What the coordinator decides about a finding: leave as is, understand as, or put into an amending order. */
export const findingDecisions = ['keep', 'understand-as', 'amend'] as const
export type FindingDecision = (typeof findingDecisions)[number]
