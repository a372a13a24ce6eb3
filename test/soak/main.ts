import { argv } from 'node:process'

const soaks: Record<string, () => Promise<unknown>> = {
  paper: () => import('./paper.ts'),
  kills: () => import('./kills.ts'),
  digests: () => import('./digests.ts'),
}

// `npm run soak` sends damaged papers through the reader, `-- kills` kills the server and its database, `-- digests` the worker of letters.
await (soaks[argv[2] ?? ''] ?? soaks.paper)?.()
