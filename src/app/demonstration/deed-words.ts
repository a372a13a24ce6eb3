import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What only a demonstration has, as the journal tells it. */
export const demonstrationDeeds = defineWords({
  namespace: 'demonstration.deeds',
  ru: {
    'demonstration.clock-moved': 'Переставлены часы демонстрации',
  },
  en: {
    'demonstration.clock-moved': 'The clock of the demonstration was moved',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof demonstrationDeeds> {}
}
