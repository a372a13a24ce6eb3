import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to tables of organisations and people, as the journal tells it. */
export const registryDeeds = defineWords({
  namespace: 'registry.deeds',
  ru: {
    'registry.started': 'Загружена таблица организаций и людей',
    'registry.read': 'Таблица прочитана',
    'registry.answered': 'Дан ответ о тёзке',
    'registry.asked-for': 'Таблицу велено применить',
    'registry.applied': 'Таблица применена',
    'registry.abandoned': 'Таблица закрыта без изменений',
    'registry.invited': 'Сделаны ссылки для входа по таблице',
  },
  en: {
    'registry.started': 'A table of organisations and people was given',
    'registry.read': 'A table was read',
    'registry.answered': 'A question about a namesake was answered',
    'registry.asked-for': 'A table was told to be applied',
    'registry.applied': 'A table was applied',
    'registry.abandoned': 'A table was closed without changes',
    'registry.invited': 'Links to sign in were made by a table',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof registryDeeds> {}
}
