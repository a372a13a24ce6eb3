import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { demoOrderDocx } from '../features/road-maps/demo-order.ts'
import { parseCommand } from './parse-command.ts'
import { readPaper } from './read-paper.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-parse-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('an order prints its understanding as JSON, and the command ends with 0', async () => {
  const { code, answer } = await parse(await file('order.docx', demoOrderDocx()))
  assert.equal(code, 0)
  assert.deepEqual(Object.keys(answer), ['order', 'roadMap', 'findings'])
  assert.equal(answer.order.number, '47')
})

test('for a person the same is said in sentences', async () => {
  const said = await run([await file('order.docx', demoOrderDocx())])
  assert.equal(said.code, 0)
  assert.match(said.stdout, /Приказ № 47/)
  assert.match(said.stdout, /Внимание: /)
})

test('a file without a road map ends with 2 and says what to do', async () => {
  const cases: [string, Uint8Array | string, RegExp][] = [
    ['empty.docx', '', /пуст/],
    ['photo.docx', Buffer.from('ffd8ffe000104a464946', 'hex'), /снимок/],
    ['torn.docx', demoOrderDocx().subarray(0, 900), /повреждён/],
    ['letter.txt', 'Уважаемые коллеги!', /нет таблицы/],
    ['torn.pdf', '%PDF-1.4', /повреждён/],
    ['old.rtf', '{\\rtf1 }', /rtf/],
  ]
  for (const [name, content, message] of cases) {
    const { code, answer } = await parse(await file(name, content))
    assert.equal(code, 2, name)
    assert.equal(answer.roadMap, null)
    assert.match(answer.findings[0].message, message)
    assert.notEqual(answer.findings[0].advice, '')
  }
})

test('a file of 200 MB ends with 3, unread', async () => {
  const huge = await file('huge.docx', 'PK')
  await truncate(huge, 200 * 1024 * 1024)
  const { code, answer } = await parse(huge)
  assert.equal(code, 3)
  assert.equal(answer.findings[0].code, 'unsafe-file')
})

test('a mistyped command says how it is written', async () => {
  assert.equal((await run([])).code, 1)
  assert.equal((await run(['a.docx', '--jahr', '2024'])).code, 1)
  assert.match((await run(['a.docx', '--year', '24'])).stderr, /четырьмя цифрами/)
})

test('a text made to keep the reader busy is given up in time', async () => {
  const line = `№\tМероприятие\tСрок\n1\t${'распределение '.repeat(60_000)}\tмарт\n`
  const started = performance.now()
  const { findings } = await readPaper(await file('busy.txt', line), { year: null })
  assert.ok(Array.isArray(findings))
  assert.ok(performance.now() - started < 6000)
})

test('the screen gets the paper itself beside its understanding', async () => {
  const { source } = await readPaper(await file('order.docx', demoOrderDocx()), { year: null })
  const table = source.find((block) => block.kind === 'table')
  assert.equal(table?.rows[1]?.cells[0]?.colSpan, 6)
  assert.equal(table?.rows[0]?.isHeader, true)
})

const hostile = new URL('../../../shared/samples/hostile/', import.meta.url)
describe.runIf(existsSync(hostile))('a hostile file', () => {
  test('ends with 3 and a sentence', async () => {
    for (const name of readdirSync(hostile)) {
      const { code, answer } = await parse(new URL(name, hostile).pathname)
      assert.equal(code, 3, name)
      assert.equal(answer.findings[0].code, 'unsafe-file')
    }
  }, 60_000)
})

async function file(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function run(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' }
  const code = await parseCommand(args, {
    stdout: (text) => {
      said.stdout += text
    },
    stderr: (text) => {
      said.stderr += text
    },
  })
  return { code, ...said }
}

async function parse(path: string) {
  const { code, stdout } = await run([path, '--json'])
  return { code, answer: JSON.parse(stdout) }
}
