import * as z from 'zod'
import type { Endpoint } from '../../kernel/contract.ts'

/** The schema that writes the answer: a field that it does not list does not leave. */
export function outputSchemaOf(endpoint: Endpoint) {
  // In `input` mode objects carry no `additionalProperties: false`, which would refuse instead of dropping.
  return plain(
    z.toJSONSchema(endpoint.output, {
      io: 'input',
      target: 'draft-7',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => sayNullByType(jsonSchema),
    }),
  )
}

/** «This or null» as two types of one schema: the writer of answers validates every branch of an `anyOf`, value by value. */
function sayNullByType(schema: JsonSchema) {
  const branches: unknown = schema.anyOf
  if (!Array.isArray(branches) || branches.length !== 2) return
  const [shape, nothing]: JsonSchema[] = branches
  if (nothing?.type !== 'null' || typeof shape?.type !== 'string' || shape.type === 'null') return
  delete schema.anyOf
  Object.assign(schema, shape, { type: [shape.type, 'null'] })
  if (Array.isArray(shape.enum)) schema.enum = [...shape.enum, null]
}

/** Path parameters, query and body as the page of the interface shows them. */
export function inputSchemaOf(endpoint: Endpoint) {
  const whole = plain(z.toJSONSchema(endpoint.input, { io: 'input', target: 'draft-7', unrepresentable: 'any' }))
  const inPath = [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '')
  const params = part(whole, (name) => inPath.includes(name))
  const rest = part(whole, (name) => !inPath.includes(name))
  const shown = {
    ...(inPath.length > 0 && { params }),
    ...(endpoint.method === 'GET' || endpoint.upload ? { querystring: rest } : { body: rest }),
  }
  return endpoint.upload ? { ...shown, consumes: ['application/octet-stream'] } : shown
}

type JsonSchema = Record<string, unknown>

function plain(schema: object): JsonSchema {
  const { $schema: _, ...rest } = schema as JsonSchema // fastify has its own dialect and refuses a foreign name
  return rest
}

function part(schema: JsonSchema, keep: (name: string) => boolean): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => keep(name))
  const required = Array.isArray(schema.required) ? schema.required.filter((name) => keep(String(name))) : []
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    ...(schema.definitions ? { definitions: schema.definitions } : {}),
  }
}
