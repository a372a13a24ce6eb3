import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to projects, as the journal tells it. */
export const programmesDeeds = defineWords({
  namespace: 'programmes.deeds',
  ru: {
    'programme.founded': 'Начат проект сопровождения',
    'programme.participants-set': 'Изменён состав участников проекта',
    'programme.renamed': 'Исправлено название проекта сопровождения',
    'programme.closed': 'Проект сопровождения закрыт',
    'programme.reopened': 'Проект сопровождения открыт снова',
    'programme.variant-changed': 'Изменён вариант сопровождения',
  },
  en: {
    'programme.founded': 'A support project was founded',
    'programme.participants-set': 'The participants of a project were set',
    'programme.renamed': 'The title of a support project was corrected',
    'programme.closed': 'A support project was closed',
    'programme.reopened': 'A support project was opened again',
    'programme.variant-changed': 'A support variant was changed',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof programmesDeeds> {}
}
