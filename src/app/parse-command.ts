import { parseArgs } from 'node:util'
import { parseSummary } from './parse-summary.ts'
import { type ReadPaper, readPaper } from './read-paper.ts'

export type CommandOutput = { stdout: (text: string) => void; stderr: (text: string) => void }

const parseUsage = './opora parse ФАЙЛ [--year 2024] [--json]'

/**
 * Prints what a file was understood as. Exits 0 when a road map was read, 2 when there is none,
 * 3 when the file cannot be opened safely; 1 when the command itself is wrong.
 */
export async function parseCommand(args: string[], io: CommandOutput): Promise<number> {
  const asked = argumentsFrom(args)
  if (typeof asked === 'string') {
    io.stderr(`${asked}\n${parseUsage}\n`)
    return 1
  }
  const answer = await readPaper(asked.file, { year: asked.year })
  io.stdout(asked.json ? `${JSON.stringify(printed(answer))}\n` : parseSummary(answer))
  return exitCode(answer)
}

type Asked = { file: string; year: number | null; json: boolean }

function argumentsFrom(args: string[]): Asked | string {
  const parsed = parsedArguments(args)
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) return 'Укажите один файл.'
  if (values.year !== undefined && !/^20\d\d$/.test(values.year))
    return 'Год указывается четырьмя цифрами: --year 2024.'
  return { file, year: values.year === undefined ? null : Number(values.year), json: values.json }
}

function parsedArguments(args: string[]) {
  try {
    const options = { year: { type: 'string' }, json: { type: 'boolean', default: false } } as const
    return parseArgs({ args, allowPositionals: true, options })
  } catch {
    return 'Не понимаю эти параметры.' // parseArgs throws only where the person mistyped an option
  }
}

/** The source stays with the screen: whoever asks at a terminal has the file. */
function printed({ order, roadMap, roadMaps, findings }: ReadPaper) {
  return { order, roadMap, ...(roadMaps ? { roadMaps } : {}), findings }
}

function exitCode({ roadMap, findings }: ReadPaper): number {
  if (findings.some(({ code }) => code === 'unsafe-file')) return 3
  return roadMap === null ? 2 : 0
}
