import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to documents, as the journal tells it. */
export const documentsDeeds = defineWords({
  namespace: 'documents.deeds',
  ru: {
    'document.registered': 'Зарегистрирован документ',
    'document.scan-laid': 'К документу приложен подписанный скан',
  },
  en: {
    'document.registered': 'A document was registered',
    'document.scan-laid': 'The signed scan was laid to a document',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof documentsDeeds> {}
}
