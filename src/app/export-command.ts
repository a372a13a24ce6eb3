import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type PaperFormat, paperFormats } from '../features/road-maps/paper-formats.ts'
import { printRoadMaps } from '../features/road-maps/print-road-map.ts'
import { answerOfMap, roadMapsIn } from '../features/road-maps/several-maps.ts'
import type { CommandOutput } from './parse-command.ts'
import { parseSummary } from './parse-summary.ts'
import { readPaper } from './read-paper.ts'

const exportUsage = './opora export ФАЙЛ --to docx|xlsx|json [--map 2] [--out ФАЙЛ] [--year 2024] [--json]'

/**
 * Reads any paper and writes its road map as a file. Exits 0 when it is written, 2 when the paper has no road map,
 * 3 when it cannot be opened safely; 1 when the command itself is wrong or the file cannot be written.
 */
export async function exportCommand(args: string[], io: CommandOutput): Promise<number> {
  const asked = argumentsFrom(args)
  if (typeof asked === 'string') {
    io.stderr(`${asked}\n${exportUsage}\n`)
    return 1
  }
  const { source: _source, ...answer } = await readPaper(asked.file, { year: asked.year })
  if (answer.roadMap === null) {
    if (asked.json) io.stdout(`${JSON.stringify({ file: null, findings: answer.findings })}\n`)
    io.stderr(parseSummary(answer))
    return answer.findings.some(({ code }) => code === 'unsafe-file') ? 3 : 2
  }
  const chosen = answerOfMap(answer, asked.map - 1)
  if (!chosen) {
    io.stderr(`В файле ${howMany(roadMapsIn(answer).length)}: --map ${asked.map} среди них нет.\n`)
    return 1
  }
  io.stderr(others(roadMapsIn(answer).length, asked))
  const failure = await written(asked.out, await printRoadMaps(chosen, asked.to))
  if (failure !== null) {
    io.stderr(`${failure}\n`)
    return 1
  }
  io.stdout(asked.json ? `${JSON.stringify({ file: asked.out, format: asked.to })}\n` : `Записано: ${asked.out}\n`)
  return 0
}

/** Whoever has not chosen is told that there was something to choose. */
function others(count: number, { map, isMapAsked }: Asked): string {
  if (count < 2 || isMapAsked) return ''
  return `В файле ${howMany(count)}, записана ${map}-я. Другую выберите номером: --map ${map + 1}.\n`
}

function howMany(count: number): string {
  const tens = count % 100
  if (count % 10 === 1 && tens !== 11) return `${count} дорожная карта`
  return count % 10 > 1 && count % 10 < 5 && (tens < 12 || tens > 14)
    ? `${count} дорожные карты`
    : `${count} дорожных карт`
}

type Asked = {
  file: string
  map: number
  isMapAsked: boolean
  to: PaperFormat
  out: string
  year: number | null
  json: boolean
}

function argumentsFrom(args: string[]): Asked | string {
  const parsed = parsedArguments(args)
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) return 'Укажите один файл.'
  const to = paperFormats.find((format) => format === values.to)
  if (!to) return 'Укажите, во что записать: --to docx, --to xlsx или --to json.'
  if (values.year !== undefined && !/^20\d\d$/.test(values.year)) {
    return 'Год указывается четырьмя цифрами: --year 2024.'
  }
  if (values.map !== undefined && !/^[1-9]\d?$/.test(values.map)) {
    return 'Какую дорожную карту записать, указывается её номером в файле: --map 2.'
  }
  const map = Number(values.map ?? 1)
  const out = values.out ?? `${basename(file, extname(file))} (дорожная карта).${to}`
  if (resolve(out) === resolve(file))
    return 'Файл не может быть записан поверх самого себя: укажите другое имя в --out.'
  if (values.out === undefined && existsSync(out)) return `Файл «${out}» уже есть: укажите имя в --out.`
  const choice = { map, isMapAsked: values.map !== undefined }
  return { file, ...choice, to, out, year: values.year === undefined ? null : Number(values.year), json: values.json }
}

function parsedArguments(args: string[]) {
  try {
    const options = {
      to: { type: 'string' },
      out: { type: 'string' },
      year: { type: 'string' },
      map: { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const
    return parseArgs({ args, allowPositionals: true, options })
  } catch {
    return 'Не понимаю эти параметры.' // parseArgs throws only where the person mistyped an option
  }
}

async function written(path: string, bytes: Uint8Array): Promise<string | null> {
  try {
    await writeFile(path, bytes)
    return null
  } catch {
    return `Записать «${path}» не удалось: проверьте, есть ли такая папка и можно ли в неё писать.`
  }
}
