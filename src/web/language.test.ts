import { beforeEach, expect, test, vi } from 'vitest'

type Module = typeof import('./language.ts')

/** The page as it begins on a computer that has kept so much. */
async function begin(kept: Record<string, string>, store = storeOf(kept)): Promise<Module> {
  vi.resetModules()
  vi.stubGlobal('localStorage', store)
  return import('./language.ts')
}

function storeOf(kept: Record<string, string>) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => Object.assign(kept, { [key]: text }),
    removeItem: (key: string) => Reflect.deleteProperty(kept, key),
  }
}

let computer: Record<string, string>

beforeEach(() => {
  computer = {}
})

test('a new computer has nothing to tell and follows the person', async () => {
  const page = await begin(computer)
  expect([page.currentLanguage(), page.untoldLanguage()]).toEqual(['ru', null])
  page.followLanguage('en')
  expect(page.currentLanguage()).toBe('en')
  expect((await begin(computer)).currentLanguage()).toBe('en')
})

test('what was chosen and did not arrive is told with the next page, and then no more', async () => {
  const page = await begin({ 'opora.language': 'en' }, storeOf(Object.assign(computer, { 'opora.language': 'en' })))
  expect(page.untoldLanguage()).toBe('en')
  page.noteTold('ru')
  expect(page.untoldLanguage()).toBe('en')
  page.noteTold('en')
  expect([page.untoldLanguage(), (await begin(computer)).untoldLanguage()]).toEqual([null, null])
})

test('on a shared computer each reads her own', async () => {
  const page = await begin(computer)
  page.followLanguage('en')
  const next = await begin(computer)
  expect(next.untoldLanguage()).toBeNull()
  next.followLanguage('ru')
  expect((await begin(computer)).currentLanguage()).toBe('ru')
})

test('where nothing may be kept, the page still has a language', async () => {
  const forbidden = () => {
    throw new Error('forbidden')
  }
  const page = await begin({}, { getItem: forbidden, setItem: forbidden, removeItem: forbidden })
  page.followLanguage('en')
  expect([page.currentLanguage(), page.untoldLanguage()]).toEqual(['en', null])
})
