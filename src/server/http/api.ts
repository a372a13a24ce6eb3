import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyServerFactory } from 'fastify'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Route } from '../work.ts'
import { answerNoRequest, bareHeaders } from './bare-answer.ts'
import { compressAnswer } from './compress-answer.ts'
import type { Ground } from './ground.ts'
import { errorLine, requestLine } from './log-lines.ts'
import { refuseForeignOrigin } from './origin-check.ts'
import { answerError, type Sentence } from './refusal-answer.ts'
import { roadOf } from './road.ts'
import { inputSchemaOf, outputSchemaOf } from './schemas.ts'
import { securityHeaders } from './security-headers.ts'
import { takeWholeJson } from './whole-json.ts'

export type ApiOptions = {
  ground: Ground
  routes: Route[]
  sentence: Sentence
  serverFactory?: FastifyServerFactory
  trustProxy: boolean
  /** HSTS is for public host names behind TLS only. */
  strictTransport: boolean
  /** What is logged: every request, or bugs only. Never names, texts or tokens. */
  log: 'requests' | 'bugs'
}

const MAX_JSON_BYTES = 1024 * 1024
const MAX_FORM_BYTES = 4096

/** The server with every route registered; each without declared callers keeps it from starting. */
export async function createApi(options: ApiOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: {
      level: options.log === 'requests' ? 'info' : 'error',
      stream: process.stderr,
      serializers: { req: requestLine, err: errorLine },
    },
    genReqId: () => newId(),
    bodyLimit: MAX_JSON_BYTES,
    // One proxy stands in front of us; what a visitor wrote into its header before that is not believed.
    trustProxy: options.trustProxy && ((_address: string, hop: number) => hop === 0),
    ...(options.serverFactory && { serverFactory: options.serverFactory }),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) =>
      answerError(options.sentence)(error, request, reply.headers({ ...bareHeaders, 'X-Request-Id': request.id })),
    clientErrorHandler: answerNoRequest,
    // The door has heard everybody out before; where there is none, nobody is waited for.
    forceCloseConnections: true,
  })
  app.setValidatorCompiler(() => () => true) // the road parses input with the contract
  app.setErrorHandler(answerError(options.sentence))
  takeWholeJson(app)
  app.addContentTypeParser('application/octet-stream', (_request, payload, pass) => pass(null, payload))
  // Only an endpoint for outside programs is reached by a form, and what it says there is only that it is one.
  for (const form of ['application/x-www-form-urlencoded', 'multipart/form-data']) {
    app.addContentTypeParser(form, { parseAs: 'string', bodyLimit: MAX_FORM_BYTES }, async () => ({}))
  }

  await app.register(cookie)
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Opora', version: '1' } } })

  const always = securityHeaders(options.strictTransport)
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(always).header('X-Request-Id', request.id)
    refuseForeignOrigin(request)
    done()
  })

  app.addHook('preClose', async () => options.ground.streams.endAll())

  for (const route of options.routes) register(app, options.ground, route)
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.all('/api/*', { schema: { hide: true } }, async () => {
    throw new Refusal('missing', 'server.not-found')
  })
  return app
}

function register(app: FastifyInstance, ground: Ground, route: Route) {
  const { endpoint } = route
  if (endpoint.callers.length === 0) throw new Error(`${route.name} declares no callers`)
  app.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    config: { fromOutside: endpoint.fromOutside === true },
    schema: {
      operationId: route.name,
      tags: [route.name.split('.')[0] ?? ''],
      description: `Callers: ${endpoint.callers.join(', ')}.`,
      ...inputSchemaOf(endpoint),
      ...(endpoint.download || endpoint.stream ? {} : { response: { 200: outputSchemaOf(endpoint) } }),
    },
    onSend: async (request, reply, payload) => {
      if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'private, no-store')
      return compressAnswer(request, reply, payload)
    },
    handler: roadOf(ground, route),
  })
}
