import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done with personal data, as the journal tells it. */
export const personalDataDeeds = defineWords({
  namespace: 'personal-data.deeds',
  ru: {
    'person.destruction-ordered': 'Назначено уничтожение персональных данных',
    'person.destroyed': 'Персональные данные уничтожены',
  },
  en: {
    'person.destruction-ordered': 'The destruction of personal data was ordered',
    'person.destroyed': 'Personal data were destroyed',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof personalDataDeeds> {}
}
