import type { FastifyInstance } from 'fastify'
import type { Database } from '../database.ts'

/** `/healthz`: live while the process answers, ready while the database does too. */
export function serveHealth(app: FastifyInstance, database: Database) {
  const hidden = { schema: { hide: true } }
  app.get('/healthz/live', hidden, async () => ({ live: true }))
  for (const path of ['/healthz', '/healthz/ready']) {
    app.get(path, hidden, async (_request, reply) => {
      const ready = await database.query('select 1').then(
        () => true,
        () => false,
      )
      reply.code(ready ? 200 : 503).header('Cache-Control', 'no-store')
      return { live: true, ready }
    })
  }
}
