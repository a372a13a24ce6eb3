/** Makes a copy of the installation; payload `{ runId }`. Begun twice, it is made once. */
export const MAKE_BACKUP = 'upkeep.make-backup'

/** A large installation on an old disk takes its time; whoever was killed is found out sooner by nobody being seen at it. */
export const MAKE_BACKUP_SECONDS = 12 * 3600
