import { expect, test } from 'vitest'
import * as z from 'zod'
import { late } from './late.ts'

const object = (shape: z.ZodRawShape) => late(() => z.object(shape))()
const string = late(() => z.string())

test('a schema is made when it is first asked, once', () => {
  let made = 0
  const counted = late((shape: z.ZodRawShape) => {
    made++
    return z.object(shape)
  })
  const schema = counted({ name: z.string() }).extend({ age: z.int() }).partial()
  expect(made).toBe(0)
  expect(schema.parse({ age: 3 })).toEqual({ age: 3 })
  expect(schema.safeParse({ age: 'three' }).success).toBe(false)
  expect(made).toBe(1)
})

test('it answers as one that was made at once: within others, in a union, by its class', () => {
  const school = object({ kind: z.literal('school'), name: string().trim().min(2) })
  const district = object({ kind: z.literal('district') })
  const either = late(() => z.discriminatedUnion('kind', [school, district]))()
  expect(either.parse({ kind: 'school', name: '  Ключи ' })).toEqual({ kind: 'school', name: 'Ключи' })
  expect(either.safeParse({ kind: 'school', name: ' ' }).error?.issues[0]?.path).toEqual(['name'])
  expect(string().optional().parse(undefined)).toBeUndefined()
  expect(Object.keys(object({ a: string() }).shape)).toEqual(['a'])
  expect(object({}) instanceof z.ZodObject).toBe(true)
  expect(z.object({ inner: object({ a: string() }) }).parse({ inner: { a: 'b' } })).toEqual({ inner: { a: 'b' } })
  expect(late(() => z.enum(['one', 'two']))().options).toEqual(['one', 'two'])
})
