import * as z from 'zod'
import type { Endpoint } from '../../src/kernel/contract.ts'
import { newId } from '../../src/kernel/id.ts'

type Schema = {
  type?: string | string[]
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  pattern?: string
  $ref?: string
}

/** The name of a copy that lies in every stage's folder. */
export const SAMPLE_COPY = 'opora-20240213-223000Z.tar.gz'

/** Values by the name of the field, where a test wants real ids instead of invented ones. */
export type Known = Record<string, unknown>

/** An input that the endpoint's own schema takes, made from the schema alone. */
export function sampleInput(endpoint: Endpoint, known: Known = {}): Record<string, unknown> {
  const made = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  const schema = made as Schema // the part of JSON Schema that our contracts use
  const value = sample(schema, '', known)
  const parsed = endpoint.input.safeParse(value)
  if (!parsed.success) throw new Error(`${endpoint.path}: ${JSON.stringify(value)} ${parsed.error.message}`)
  return value as Record<string, unknown> // inputs are objects
}

function sample(schema: Schema, name: string, known: Known): unknown {
  if (name in known) return known[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const variant = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0]
  if (variant) return sample(variant, name, known)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return sampleObject(schema, known)
  if (type === 'array') {
    return Array.from({ length: schema.minItems ?? 1 }, () => sample(schema.items ?? {}, singular(name), known))
  }
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (type === 'boolean') return false
  if (type === 'null') return null
  return sampleText(schema, name)
}

function sampleObject(schema: Schema, known: Known): Record<string, unknown> {
  const entries = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name))
  return Object.fromEntries(entries.map(([name, property]) => [name, sample(property, name, known)]))
}

function sampleText(schema: Schema, name: string): string {
  if (schema.format === 'uuid') return newId()
  if (schema.format === 'date') return '2024-03-01'
  if (schema.format === 'date-time') return '2024-03-01T06:00:00.000Z'
  if (schema.format === 'email') return 'anna@example.test'
  if (schema.format === 'uri') return 'https://example.test/page'
  if (name === 'timeZone') return 'Asia/Yekaterinburg'
  if (schema.pattern?.startsWith('^opora-')) return SAMPLE_COPY
  if (schema.pattern?.includes(':')) return '16:00'
  return 'проба '.repeat(1 + Math.ceil((schema.minLength ?? 5) / 6)).trim()
}

function singular(name: string): string {
  return name.replace(/Ids$/, 'Id').replace(/s$/, '')
}
