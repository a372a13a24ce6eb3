import { expect, test } from 'vitest'
import { PeriodSchema } from '../kernel/period.ts'
import { answerPeriodLine, periodCommand } from './period-command.ts'

async function run(args: string[], chunks: (string | Uint8Array)[] = []) {
  const said = { out: '', err: '' }
  const stdin = (async function* () {
    yield* chunks
  })()
  const exit = await periodCommand(args, {
    stdin,
    stdout: (text) => {
      said.out += text
    },
    stderr: (text) => {
      said.err += text
    },
  })
  return { exit, ...said }
}

const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a term is answered with its period in one line', async () => {
  const { exit, out } = await run(['в течение года', '--year', '2024', '--json'])
  expect(exit).toBe(0)
  expect(JSON.stringify(lines(out)[0])).toBe(
    '{"text":"в течение года","kind":"windows","windows":[{"start":"2024-01-01","end":"2024-12-31"}],"recurrence":null,"dueDay":null,"open":false,"findings":[]}',
  )
})

test('a school year outranks a calendar one', async () => {
  const { out } = await run(['март', '--year=2030', '--school-year=2023', '--json'])
  expect(lines(out)[0].windows).toEqual([{ start: '2024-03-01', end: '2024-03-31' }])
})

test('without JSON a person reads a sentence and every finding', async () => {
  const { out } = await run(['февраль-апрель, фыва', '--year', '2024'])
  expect(out).toContain('февраль–апрель 2024\n')
  expect(out).toContain('фыва')
})

test('requests are answered line by line, in order, and a bad one only for itself', async () => {
  const requests = ['{"text":"март","contextYear":2024,"schoolYear":null}', 'фыва', '', '{"text":5}', '{"text":"май"}']
  const bytes = new TextEncoder().encode(requests.join('\n'))
  const { exit, out } = await run(['--stdin'], [bytes.slice(0, 11), bytes.slice(11, 12), bytes.slice(12)])
  expect(exit).toBe(0)
  const answers = lines(out)
  expect(answers.map((answer) => answer.error !== undefined)).toEqual([false, true, true, true, false])
  expect(PeriodSchema.parse(answers[0]).windows).toEqual([{ start: '2024-03-01', end: '2024-03-31' }])
  expect(PeriodSchema.parse(answers[4]).findings.map(({ code }) => code)).toEqual(['period-without-year'])
})

test('a line without end is refused, and the next one answered', async () => {
  const endless = Array.from({ length: 40 }, () => 'а'.repeat(10_000))
  const { out } = await run(['--stdin'], [...endless, '\n{"text":"постоянно"}\n'])
  expect(lines(out).map((answer) => answer.error ?? answer.kind)).toEqual([
    expect.stringContaining('длиннее'),
    'ongoing',
  ])
})

test('a year that is none and an unknown key are refused with an example', async () => {
  for (const args of [['март', '--year', 'этот'], ['март', '--year'], ['март', '--yeer=2024'], []]) {
    const { exit, err, out } = await run(args)
    expect([exit, out]).toEqual([1, ''])
    expect(err).toContain('./opora period')
  }
})

test('a request must be an object with a text', () => {
  for (const line of ['null', '[]', '"март"', '{}', '{"text":null}', '{"text":"март","contextYear":"2024"}'])
    expect(JSON.parse(answerPeriodLine(line))).toHaveProperty('error')
})
