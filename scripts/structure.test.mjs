import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, test } from 'vitest'
import { checkStructure } from './structure.mjs'

const SETTINGS = { levels: { audit: 0, organisations: 1, calendar: 1, access: 2 }, longFiles: {} }
const roots = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

/** The rules that a house of these files breaks. */
function broken(files, settings = SETTINGS) {
  const root = mkdtempSync(join(tmpdir(), 'opora-house-'))
  roots.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkStructure(root, settings).map(({ rule, path }) => `${rule} ${path}`)
}

const SOUND = {
  'src/kernel/id.ts': "import * as z from 'zod'\nexport const id = z.uuid()\n",
  'src/server/db.ts':
    "import { id } from '../kernel/id.ts'\nimport pg from 'pg'\nexport const db = [id, pg, new Date()]\n",
  'src/web/button.tsx': "import { id } from '../kernel/id.ts'\nexport const Button = () => id\n",
  'src/features/audit/tables.ts': "import { sql } from 'drizzle-orm'\nexport const lines = sql\n",
  'src/features/access/person.ts': "export const at = new Date('2024-01-01')\n// new Date() is said here only\n",
  'src/features/access/contract.ts': "import { at } from './person.ts'\nexport const contract = at\n",
  'src/features/access/service.ts':
    "import { lines } from '../audit/tables.ts'\nimport { db } from '../../server/db.ts'\nexport const service = [lines, db]\n",
  'src/features/access/web/page.tsx':
    "import { at } from '../person.ts'\nimport './page.css'\nexport const Page = () => at\n",
  'src/features/access/web/page.css': 'a{}',
  'src/features/access/service.test.ts':
    "import { service } from './service.ts'\nexport const s = [service, Date.now()]\n",
  'src/app/server.ts': "import { service } from '../features/access/service.ts'\nexport const app = service\n",
  'src/app/web/main.tsx': "import { Page } from '../../features/access/web/page.tsx'\nexport const m = Page\n",
}

test('a sound house breaks nothing', () => {
  assert.deepEqual(broken(SOUND), [])
})

describe('a planted violation is caught:', () => {
  const planted = [
    ['the kernel uses the server', 'arrows', 'src/kernel/a.ts', "import { db } from '../server/db.ts'"],
    ['the server uses paper', 'arrows', 'src/server/a.ts', "import type { P } from '../paper/p.ts'", 'src/paper/p.ts'],
    ['machinery uses a feature', 'arrows', 'src/cli/a.ts', "import { at } from '../features/access/person.ts'"],
    [
      'a feature uses the application',
      'arrows',
      'src/features/access/demo.ts',
      "import { app } from '../../app/server.ts'",
    ],
    ['the product uses the tests', 'arrows', 'src/server/a.ts', "import { t } from '../../test/t.ts'", 'test/t.ts'],
    [
      'a feature uses a higher one',
      'levels',
      'src/features/audit/line.ts',
      "import type { at } from '../access/person.ts'",
    ],
    [
      'a feature uses an equal one',
      'levels',
      'src/features/calendar/day.ts',
      "import { o } from '../organisations/o.ts'",
      'src/features/organisations/o.ts',
    ],
    ['a feature without a level', 'levels', 'src/features/surprise/a.ts', 'export const a = 1'],
    [
      'a screen asks for a table',
      'browserReach',
      'src/features/access/web/a.tsx',
      "import type { lines } from '../../audit/tables.ts'",
    ],
    [
      'a screen asks for a service late',
      'browserReach',
      'src/features/access/web/a.tsx',
      "const s = await import('../service.ts')",
    ],
    ['a rule uses a service', 'pureWords', 'src/features/access/a.ts', "import { service } from './service.ts'"],
    [
      'a contract uses a table',
      'pureWords',
      'src/features/organisations/contract.ts',
      "import { lines } from '../audit/tables.ts'",
    ],
    ['a rule reads a file', 'pureWords', 'src/features/access/a.ts', "import { readFile } from 'node:fs/promises'"],
    ['a job makes a query', 'queryRooms', 'src/features/access/jobs.ts', "import { eq } from 'drizzle-orm'"],
    ['a file is called index', 'barrels', 'src/kernel/index.ts', 'export const a = 1'],
    ['a file passes others on', 'barrels', 'src/kernel/all.ts', "export { id } from './id.ts'"],
    ['a rule looks at the clock', 'clock', 'src/features/access/a.ts', 'export const a = () => new Date()'],
    ['the kernel looks at the clock', 'clock', 'src/kernel/a.ts', 'export const a = () => Date.now()'],
    ['an import without its ending', 'missingFiles', 'src/kernel/a.ts', "import { id } from './id'"],
    ['a file of 301 lines', 'length', 'src/kernel/a.ts', 'export {}\n'.repeat(301)],
  ]
  test.each(planted)('%s', (_title, rule, path, text, beside) => {
    const files = { ...SOUND, [path]: `${text}\n`, ...(beside ? { [beside]: 'export const o = 1\n' } : {}) }
    assert.ok(broken(files).includes(`${rule} ${path}`), broken(files).join('\n'))
  })

  test('a screen reaches the server through a harmless file', () => {
    const files = {
      ...SOUND,
      'src/app/web/a.tsx': "import { b } from './b.ts'\n",
      'src/app/web/b.ts': "import { app } from '../server.ts'\nexport const b = app\n",
    }
    assert.ok(broken(files).includes('browserReach src/app/web/a.tsx'))
  })

  test('two files need each other, if only for a type', () => {
    const files = {
      ...SOUND,
      'src/kernel/a.ts': "import { b } from './b.ts'\nexport type A = typeof b\n",
      'src/kernel/b.ts': "import type { A } from './a.ts'\nexport const b: A | 1 = 1\n",
    }
    assert.deepEqual(broken(files), ['cycles src/kernel/a.ts'])
  })

  test('a long table of data is let through by name', () => {
    const files = { ...SOUND, 'src/kernel/a.ts': 'export {}\n'.repeat(301) }
    assert.deepEqual(broken(files, { ...SETTINGS, longFiles: { 'src/kernel/a.ts': 'forms of words' } }), [])
  })
})
