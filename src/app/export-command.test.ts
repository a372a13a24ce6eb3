import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoPlans } from '../../test/harness/two-plans.ts'
import { demoOrderDocx } from '../features/road-maps/demo-order.ts'
import { exportCommand } from './export-command.ts'
import { readPaper } from './read-paper.ts'

let folder: string
let order: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-export-'))
  order = join(folder, 'order.docx')
  await writeFile(order, demoOrderDocx())
})
afterAll(() => rm(folder, { recursive: true }))

test.each(['docx', 'xlsx', 'json'])('a paper leaves as .%s, and is read from there with every activity', async (to) => {
  const out = join(folder, `road-map.${to}`)
  expect(await run([order, '--to', to, '--out', out, '--json'])).toMatchObject({
    code: 0,
    stdout: `${JSON.stringify({ file: out, format: to })}\n`,
  })
  const [first, again] = [await readPaper(order, { year: null }), await readPaper(out, { year: null })]
  const titles = ({ roadMap }: typeof first) => roadMap?.sections.map((one) => one.activities.map(({ title }) => title))
  expect(titles(again)).toEqual(titles(first))
})

test('of several road maps the first is written, with a word that there are more; another by its number', async () => {
  const file = join(folder, 'two.txt')
  await writeFile(file, twoPlans)
  const write = async (out: string, ...choice: string[]) => {
    const ran = await run([file, '--to', 'json', '--out', join(folder, out), ...choice])
    const { roadMap, roadMaps } = await readPaper(join(folder, out), { year: null })
    return { ...ran, title: roadMap?.title, roadMaps }
  }
  const usual = await write('first.json')
  expect(usual.title).toContain('сопровождения')
  expect(usual.roadMaps).toBe(undefined)
  expect(usual.stderr).toBe('В файле 2 дорожные карты, записана 1-я. Другую выберите номером: --map 2.\n')
  const second = await write('second.json', '--map', '2')
  expect([second.title?.includes('наставничества'), second.stderr]).toEqual([true, ''])
  const third = await run([file, '--to', 'json', '--out', join(folder, 'third.json'), '--map', '3'])
  expect([third.code, third.stderr]).toEqual([1, 'В файле 2 дорожные карты: --map 3 среди них нет.\n'])
})

test('a command given wrongly ends with 1 and says how it is given', async () => {
  for (const args of [
    [],
    [order],
    [order, '--to', 'pdf'],
    [order, order, '--to', 'json'],
    [order, '--to', 'json', '-x'],
  ]) {
    const { code, stderr } = await run(args)
    expect(code).toBe(1)
    expect(stderr).toContain('./opora export')
  }
  expect((await run([order, '--to', 'docx', '--out', order])).stderr).toContain('поверх самого себя')
  expect(Buffer.compare(await readFile(order), Buffer.from(demoOrderDocx()))).toBe(0)
  expect((await run([order, '--to', 'docx', '--out', join(folder, 'none', 'x.docx')])).code).toBe(1)
})

test('a paper without a road map ends with 2 and an unsafe one with 3, as `parse` does', async () => {
  const letter = join(folder, 'letter.txt')
  await writeFile(letter, 'Уважаемые коллеги!')
  expect((await run([letter, '--to', 'docx', '--out', join(folder, 'none.docx')])).code).toBe(2)
  const torn = join(folder, 'torn.docx')
  await writeFile(torn, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(90)]))
  expect([2, 3]).toContain((await run([torn, '--to', 'docx', '--out', join(folder, 'none.docx')])).code)
})

async function run(args: string[]) {
  let [stdout, stderr] = ['', '']
  const code = await exportCommand(args, {
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
  })
  return { code, stdout, stderr }
}

test('the list of commands names the map of several', async () => {
  const asked = promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/app/terminal.ts'])
  await expect(asked).rejects.toMatchObject({ code: 64, stderr: expect.stringMatching(/export .*--map N/) })
})
