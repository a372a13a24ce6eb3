import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Io } from '../cli/commands.ts'
import { writeDocx } from '../paper/write-docx.ts'
import { writeXlsx } from '../paper/write-xlsx.ts'
import { CannotStart } from '../server/cannot-start.ts'
import { registerBlocks } from './register.ts'

const NAME = 'Перечень данных'

/** Writes the register of everything that is kept, for the operator's papers; needs no database. */
export async function registerCommand(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: { out: { type: 'string' }, json: { type: 'boolean' } } })
  const path = values.out ?? `${NAME}.docx`
  await writeFile(path, await bytesOf(path))
  io.stdout(values.json ? `${JSON.stringify({ path })}\n` : `${path}\n`)
  return 0
}

async function bytesOf(path: string): Promise<Uint8Array> {
  if (path.endsWith('.docx')) return writeDocx(registerBlocks())
  if (path.endsWith('.xlsx')) return writeXlsx(NAME, registerBlocks())
  throw new CannotStart(`Перечень бывает .docx или .xlsx: назовите файл так, например «${NAME}.docx».`)
}
