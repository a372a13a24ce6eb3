import { StringDecoder } from 'node:string_decoder'
import * as z from 'zod'
import { understandPeriod } from '../features/road-maps/period.ts'
import { sayPeriod } from '../features/road-maps/say-period.ts'
import type { Period } from '../kernel/period.ts'

/** The terminal as the command needs it, so that a test may stand in for it. */
export type PeriodTerminal = {
  stdin: AsyncIterable<Uint8Array | string>
  stdout: (text: string) => void
  stderr: (text: string) => void
}

/** One JSON request gives one JSON answer of one line; a line that is no request gives `{"error": …}`. */
export function answerPeriodLine(line: string): string {
  const request = readRequest(line)
  if ('error' in request) return JSON.stringify(request)
  return JSON.stringify(understandPeriod(request.text, request))
}

/** `TEXT [--year N | --school-year N] [--json]`, or `--stdin`; returns the exit code: 0 answered, 1 called wrongly. */
export async function periodCommand(args: string[], terminal: PeriodTerminal): Promise<number> {
  const asked = readArguments(args)
  if ('error' in asked) {
    terminal.stderr(`${asked.error}\n${USAGE}\n`)
    return 1
  }
  if (asked.fromStdin) return answerStream(terminal)
  const period = understandPeriod(asked.text, asked)
  terminal.stdout(asked.asJson ? `${JSON.stringify(period)}\n` : readable(period))
  return 0
}

const USAGE = 'Пример: ./opora period "Февраль – апрель" --year 2024 --json (или --school-year 2023, или --stdin)'
const LONGEST_LINE = 100_000

const Year = z.int().min(1900).max(2099).nullable().default(null)
const Request = z.object({ text: z.string(), contextYear: Year, schoolYear: Year })
type Request = z.infer<typeof Request>

function readRequest(line: string): Request | { error: string } {
  if (line.length > LONGEST_LINE) return { error: `строка длиннее ${LONGEST_LINE} знаков` }
  let json: unknown
  try {
    json = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return { error: 'строка не читается как JSON' } // a bad line is an answer, not a failure
  }
  const request = Request.safeParse(json)
  if (request.success) return request.data
  return { error: 'нужны text (строка), contextYear и schoolYear (год от 1900 до 2099 или null)' }
}

type Asked = Request & { asJson: boolean; fromStdin: boolean }

function readArguments(args: string[]): Asked | { error: string } {
  const asked: Asked = { text: '', contextYear: null, schoolYear: null, asJson: false, fromStdin: false }
  const texts: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const [name, attached] = splitOption(args[at] ?? '')
    if (name === '--json') asked.asJson = true
    else if (name === '--stdin') asked.fromStdin = true
    else if (name === '--year' || name === '--school-year') {
      if (attached === null) at += 1
      const year = Year.safeParse(Number(attached ?? args[at]))
      if (!year.success) return { error: `После ${name} нужен год, например ${name} 2024.` }
      if (name === '--year') asked.contextYear = year.data
      else asked.schoolYear = year.data
    } else if (name === '--') texts.push(...args.splice(at + 1))
    else if (/^--[a-z]/.test(name)) return { error: `Такого ключа нет: ${name}.` }
    else texts.push(args[at] ?? '')
  }
  if (!asked.fromStdin && texts.length === 0) return { error: 'Не указан текст срока.' }
  return { ...asked, text: texts.join(' ') }
}

function splitOption(arg: string): [string, string | null] {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1
  return at < 0 ? [arg, null] : [arg.slice(0, at), arg.slice(at + 1)]
}

/** Holds at most one line at a time, and of a line that is too long only its beginning. */
async function answerStream({ stdin, stdout }: PeriodTerminal): Promise<number> {
  const decoder = new StringDecoder('utf8')
  let line = ''
  for await (const chunk of stdin) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk)
    const lines = `${line}${text}`.split('\n')
    line = (lines.pop() ?? '').slice(0, LONGEST_LINE + 1)
    if (lines.length > 0) stdout(lines.map(answered).join(''))
  }
  line += decoder.end()
  if (line.trim() !== '') stdout(answered(line))
  return 0
}

function answered(line: string): string {
  return `${answerPeriodLine(line)}\n`
}

function readable(period: Period): string {
  const findings = period.findings.map(({ message, advice }) => `  ${message} ${advice}`)
  return `${[sayPeriod(period, 'ru'), ...findings].join('\n')}\n`
}
