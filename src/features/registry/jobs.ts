/** Reads an uploaded table; payload `{ importId }`, body `readRegistry`. */
export const READ_REGISTRY = 'registry.read'
/** Applies a table that was looked through; payload `{ importId }`, body `applyRegistry`. */
export const APPLY_REGISTRY = 'registry.apply'
