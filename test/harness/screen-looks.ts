import type { Page } from 'playwright-core'
import { bareScreens, screens } from '../../src/app/web/screens.ts'
import type { Places } from './screen-places.ts'

export type Look = {
  path: string
  /** What opens over the screen or goes wrong on it: a window, a form with its faults, an empty list; or where else to look. */
  states?: Record<string, string | ((page: Page) => Promise<unknown>)>
}

/** The routes of the built product: the gallery is for those who develop it. */
export const routes = [...screens, ...bareScreens].map(({ path }) => path).filter((path) => path !== '/gallery')

/** For every route what is looked at there; a route that is missing here turns the check red. */
export const looks: Record<string, Look> = {
  '/': {
    path: '/',
    states: {
      search: async (page) => {
        await page.keyboard.press('Control+KeyK')
        await page.getByRole('dialog').getByRole('combobox').fill('школа')
        await page.getByRole('option').first().waitFor()
      },
      person: press(/Лебедева/),
      clock: press(/Демонстрация/),
    },
  },
  '/road-map': {
    path: '/road-map',
    states: {
      cell: async (page) => {
        await page.getByRole('gridcell', { name: /возвращено/ }).click()
        await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor()
      },
      'nothing found': '/road-map?text=нет-такого',
      timeline: '/road-map?view=timeline',
      calendar: '/road-map?view=calendar',
      'own rows': '/road-map?own=1',
    },
  },
  '/road-map/$roadMapId/plan': { path: '/road-map/:roadMap/plan', states: { more: press('Ещё') } },
  '/road-map/$roadMapId/dispatch': { path: '/road-map/:roadMap/dispatch' },
  '/road-map/$roadMapId/correction': {
    path: '/road-map/:roadMap/correction',
    states: { abandon: pressMore('Отказаться от изменений'), row: press(/^Изменить/) },
  },
  '/road-map/$roadMapId/next-year': { path: '/road-map/:roadMap/next-year' },
  '/road-map/$roadMapId/rehearsal': { path: '/road-map/:roadMap/rehearsal' },
  '/road-map/$roadMapId/correction/$correctionId/rehearsal': {
    path: '/road-map/:roadMap/correction/:correction/rehearsal',
  },
  '/road-map/$roadMapId/template': { path: '/road-map/:roadMap/template' },
  '/templates': { path: '/templates' },
  '/templates/$templateKey': { path: '/templates/:template' },
  '/road-map/packet/$programmeId/$organisationId': { path: '/road-map/packet/:programme/:school' },
  '/imports': { path: '/imports' },
  '/imports/$importId': { path: '/imports/:order', states: { field: press(/^Изменить: Результат/) } },
  '/imports/$importId/rehearsal': { path: '/imports/:order/rehearsal' },
  '/tasks': {
    path: '/tasks',
    states: {
      faults: async (page) => {
        await press('Дать поручение')(page)
        const form = page.getByRole('dialog', { name: 'Новое поручение' })
        await form.getByRole('button', { name: 'Дать поручение' }).click()
        await form.getByLabel('Что сделать').waitFor()
      },
    },
  },
  '/documents': {
    path: '/documents',
    states: {
      'new document': '/documents?new=document',
      'new letter': '/documents?new=letter',
      letterheads: '/documents?new=letterhead',
      'nothing found': '/documents?text=нет-такого',
    },
  },
  '/documents/$documentId': {
    path: '/documents/:draft',
    states: { register: press('Зарегистрировать'), letter: '/documents/:letter' },
  },
  '/schools': { path: '/schools', states: { card: press(/СОШ/) } },
  '/school-maps': { path: '/school-maps' },
  '/school-maps/$programmeId/$organisationId': { path: '/school-maps/:programme/:school' },
  '/settings': { path: '/settings' },
  '/settings/mail': { path: '/settings/mail' },
  '/settings/notifications': { path: '/settings/notifications' },
  '/settings/people': {
    path: '/settings/people',
    states: {
      card: press(/Громов/),
      faults: async (page) => {
        await press('Добавить человека')(page)
        await press(/^Добавить$/)(page)
      },
    },
  },
  '/settings/links': { path: '/settings/links' },
  '/settings/substitutions': { path: '/settings/substitutions', states: { add: press('Назначить замещение') } },
  '/settings/organisations': {
    path: '/settings/organisations',
    states: {
      card: async (page) => {
        await page.getByRole('row', { name: /СОШ/ }).getByRole('button').last().click()
        await page.getByRole('dialog').waitFor()
      },
      add: press(/^Добавить/),
    },
  },
  '/settings/calendar': { path: '/settings/calendar', states: { period: press('Добавить период') } },
  '/settings/backups': { path: '/settings/backups' },
  '/settings/journal': { path: '/settings/journal' },
  '/settings/people/$personId/data': { path: '/settings/people/:person/data' },
  '/settings/people/$personId/reads': { path: '/settings/people/:person/reads' },
  '/settings/registry': { path: '/settings/registry' },
  '/settings/registry/$importId': { path: '/settings/registry/:table' },
  '/settings/sessions': { path: '/settings/sessions' },
  '/settings/entry': {
    path: '/settings/entry',
    states: { faults: (page) => page.getByRole('button', { name: /парол/i }).last().click() },
  },
  '/settings/appearance': { path: '/settings/appearance' },
  '/sign-in': { path: '/sign-in', states: { faults: press('Войти') } },
  '/letters/end': { path: '/letters/end#такой-ссылки-нет' },
  '/link': { path: '/link#такой-ссылки-нет' },
}

/** The address with the demonstration's things in it. */
export function addressOf(path: string, places: Places): string {
  return Object.entries(places).reduce((filled, [name, id]) => filled.replace(`:${name}`, id), path)
}

function press(name: string | RegExp) {
  return (page: Page) => page.getByRole('button', { name }).first().click()
}

function pressMore(name: string | RegExp) {
  return async (page: Page) => {
    await press('Ещё')(page)
    await press(name)(page)
  }
}
