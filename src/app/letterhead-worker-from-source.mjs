// The worker for tests and development, where no bundle was built: it teaches its thread TypeScript first.
import { register } from 'tsx/esm/api'

register()
await import('./letterhead-worker.ts')
