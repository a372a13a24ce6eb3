import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openPaper } from '../paper/open-paper.ts'
import { columnClasses, describedTables } from '../server/register.ts'
import { registerBlocks } from './register.ts'
import { registerCommand } from './register-command.ts'
import { allTables } from './tables.ts'

test('every column of every table says what it holds, why and how long (describe it in the feature’s register.ts)', () => {
  const described = [...describedTables()].flatMap(([name, { columns }]) =>
    Object.keys(columns).map((column) => `${name}.${column}`),
  )
  const real = allTables.flatMap((table) =>
    Object.keys(getTableColumns(table)).map((column) => `${getTableName(table)}.${column}`),
  )
  expect(described.sort()).toEqual(real.sort())
  for (const { title, purpose, retention, columns } of describedTables().values()) {
    expect([title, purpose, retention].every((words) => words.length > 3)).toBe(true)
    for (const one of Object.values(columns)) expect(columnClasses).toContain(one)
  }
})

test('what opens something is secret, and names are personal', () => {
  const classOf = (table: string, column: string) => describedTables().get(table)?.columns[column]
  for (const [name, { columns }] of describedTables()) {
    for (const column of Object.keys(columns).filter((one) => /^(password|token|code)Hash$|Secret$/.test(one))) {
      expect([name, column, classOf(name, column)]).toEqual([name, column, 'secret'])
    }
  }
  expect(classOf('person', 'name')).toBe('personal')
})

test.each(['docx', 'xlsx'])('the register leaves as .%s with a row for every column', async (ending) => {
  const folder = await mkdtemp(join(tmpdir(), 'opora-register-'))
  const path = join(folder, `Перечень.${ending}`)
  const said: string[] = []
  const io = { stdin: process.stdin, stdout: (text: string) => void said.push(text), stderr: () => undefined }
  expect(await registerCommand(['--out', path], io)).toBe(0)
  const text = JSON.stringify((await openPaper(path)).blocks)
  for (const word of ['password_hash', 'Подтверждения', 'секретные']) expect(text).toContain(word)
  expect(JSON.stringify(registerBlocks()).length).toBeGreaterThan(5000)
  await rm(folder, { recursive: true, force: true })
})
