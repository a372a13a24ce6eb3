import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import mammoth from 'mammoth'
import { demoOrderDocx } from '../src/features/road-maps/demo-order.ts'
import { readDocx } from '../src/paper/docx.ts'
import { writeDocx } from '../src/paper/write-docx.ts'
import { plainTable } from '../src/paper/written.ts'
import { median, spread } from './median.ts'

export type ReaderTime = { reader: string; paper: string; milliseconds: number; noise: number; rows: number }

const ROUNDS = 15
const run = promisify(execFile)

/** Time to open a .docx and rows of tables found in it: ours, mammoth, and LibreOffice where it is installed. */
export async function measureReaders(tell: (line: string) => void): Promise<ReaderTime[]> {
  const papers: [string, Uint8Array][] = [
    ['own sample order', demoOrderDocx()],
    ['a table of 700 rows', longPaper()],
  ]
  const office = await officeProgram()
  if (office === null) tell('LibreOffice is not installed: its readings are left out.')
  const times: ReaderTime[] = []
  for (const [paper, bytes] of papers) {
    times.push({ paper, reader: 'ours', ...(await timesOf(ROUNDS, async () => ownRows(bytes))) })
    times.push({ paper, reader: 'mammoth', ...(await timesOf(ROUNDS, () => mammothRows(bytes))) })
    if (office) times.push({ paper, reader: 'LibreOffice', ...(await timesOf(3, () => officeRows(office, bytes))) })
  }
  return times
}

async function timesOf(rounds: number, read: () => Promise<number>) {
  const taken: number[] = []
  let rows = 0
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    rows = await read()
    if (round > 0) taken.push(performance.now() - start)
  }
  return { milliseconds: median(taken), noise: spread(taken), rows }
}

function longPaper(): Uint8Array {
  const head = ['№ п/п', 'Мероприятие', 'Срок', 'Исполнитель', 'Ожидаемый результат']
  const rows = Array.from({ length: 699 }, (_, at) => {
    return [String(at + 1), `Семинар для школьных команд, занятие ${at + 1}`, 'март 2024 г.', 'МОУО, ШНОР', 'Справка']
  })
  return writeDocx([plainTable(head, rows)])
}

function ownRows(bytes: Uint8Array): number {
  return readDocx(bytes).blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0)
}

async function mammothRows(bytes: Uint8Array): Promise<number> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return rowsIn(value)
}

/** A whole start of the program for each file, as a server without a running office would call it. */
async function officeRows(program: string, bytes: Uint8Array): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'opora-office-'))
  try {
    await writeFile(join(folder, 'paper.docx'), bytes)
    const own = `-env:UserInstallation=file://${folder}/profile`
    const args = [own, '--headless', '--convert-to', 'html', '--outdir', folder, join(folder, 'paper.docx')]
    await run(program, args, { timeout: 120_000 })
    return rowsIn(await readFile(join(folder, 'paper.html'), 'utf8'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function rowsIn(html: string): number {
  return html.match(/<tr[\s>]/gi)?.length ?? 0
}

async function officeProgram(): Promise<string | null> {
  for (const program of ['soffice', 'libreoffice']) {
    const found = await run(program, ['--version'], { timeout: 60_000 }).then(
      () => true,
      () => false, // not installed: skipped with a line
    )
    if (found) return program
  }
  return null
}
