import { argv } from 'node:process'

// `npm run soak` sends damaged papers through the reader, `npm run soak -- kills` kills the server and its database.
await (argv[2] === 'kills' ? import('./kills.ts') : import('./paper.ts'))
