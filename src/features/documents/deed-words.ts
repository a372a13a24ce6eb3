import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to documents, as the journal tells it. */
export const documentsDeeds = defineWords({
  namespace: 'documents.deeds',
  ru: {
    'document.registered': 'Зарегистрирован документ',
    'document.scan-laid': 'К документу приложен подписанный скан',
    'document.drafted': 'Начат черновик документа',
    'document.changed': 'Изменён черновик документа',
    'document.abandoned': 'Черновик документа отложен',
    'document.signed': 'Документ подписан',
    'document.acquainted': 'Отмечено ознакомление с документом',
    'document.received': 'Принято входящее письмо',
    'letterhead.added': 'Добавлен бланк',
    'letterhead.retired': 'Бланк убран',
    'document.addressed': 'Письмо передано исполнителям поручения',
  },
  en: {
    'document.registered': 'A document was registered',
    'document.scan-laid': 'The signed scan was laid to a document',
    'document.drafted': 'A draft document was begun',
    'document.changed': 'A draft document was changed',
    'document.abandoned': 'A draft document was given up',
    'document.signed': 'A document was signed',
    'document.acquainted': 'Acquaintance with a document was recorded',
    'document.received': 'An incoming letter was received',
    'letterhead.added': 'A letterhead was added',
    'letterhead.retired': 'A letterhead was put away',
    'document.addressed': 'A letter was handed to whoever was given a task by it',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof documentsDeeds> {}
}
