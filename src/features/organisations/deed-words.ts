import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to organisations, as the journal tells it. */
export const organisationsDeeds = defineWords({
  namespace: 'organisations.deeds',
  ru: {
    'organisation.created': 'Добавлена организация',
    'organisation.changed': 'Изменена организация',
    'organisation.renamed': 'Организация переименована',
    'organisation.moved': 'Организация переведена в другое подчинение',
    'organisation.closed': 'Организация закрыта',
    'organisation.merged': 'Организация присоединена к другой',
    'organisation.reopened': 'Закрытие организации отменено',
    'organisation.code-set': 'Записан код организации',
    'organisation.came-into-force': 'Вступили в силу название или подчинение организации',
  },
  en: {
    'organisation.created': 'An organisation was added',
    'organisation.changed': 'An organisation was changed',
    'organisation.renamed': 'An organisation was renamed',
    'organisation.moved': 'An organisation was moved',
    'organisation.closed': 'An organisation was closed',
    'organisation.merged': 'An organisation was merged into another',
    'organisation.reopened': 'The closing of an organisation was undone',
    'organisation.code-set': 'A code of an organisation was set',
    'organisation.came-into-force': 'A name or place of an organisation came into force',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof organisationsDeeds> {}
}
