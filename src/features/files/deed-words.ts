import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to files, as the journal tells it. */
export const filesDeeds = defineWords({
  namespace: 'files.deeds',
  ru: {
    'file.kept': 'Сохранён файл',
  },
  en: {
    'file.kept': 'A file was kept',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof filesDeeds> {}
}
