import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { screenLinksOf } from './screen-files.ts'

const folder = await mkdtemp(join(tmpdir(), 'opora-screen-files-'))
afterAll(() => rm(folder, { recursive: true }))
const file = join(folder, 'screens.json')
await writeFile(
  file,
  JSON.stringify([
    { path: '/tasks', scripts: ['assets/tasks.js'], styles: ['assets/tasks.css'] },
    { path: '/road-map/$roadMapId/plan', scripts: ['assets/plan.js'], styles: [] },
  ]),
)
const linksOf = screenLinksOf(file)

test('the page names the files of the screen that was asked for, whatever follows its address', () => {
  expect(linksOf('/tasks?page=2').split('\n')).toEqual([
    '<link rel="preload" as="style" crossorigin href="/assets/tasks.css">',
    '<link rel="modulepreload" crossorigin href="/assets/tasks.js">',
  ])
  expect(linksOf('/road-map/one/plan')).toContain('/assets/plan.js')
})

test('it names none for an address that no screen stands at, and nothing of the address itself', () => {
  for (const url of ['/', '/tasks/one', '/road-map/one', '/road-map/"><script>/two']) expect(linksOf(url)).toBe('')
  expect(linksOf('/road-map/"><script>/plan')).not.toContain('script>')
})

test('screens built without the list are served without links', () => {
  expect(screenLinksOf(join(folder, 'none.json'))('/tasks')).toBe('')
})
