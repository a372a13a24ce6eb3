import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to signed scans, as the journal tells it. */
export const scansDeeds = defineWords({
  namespace: 'scans.deeds',
  ru: {
    'scan.laid': 'Положен подписанный скан',
    'scan.page-added': 'К скану добавлена страница',
    'scan.replaced': 'Скан заменён, прежний сохранён',
  },
  en: {
    'scan.laid': 'A signed scan was laid',
    'scan.page-added': 'A page was added to a scan',
    'scan.replaced': 'A scan was replaced, the former one is kept',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof scansDeeds> {}
}
