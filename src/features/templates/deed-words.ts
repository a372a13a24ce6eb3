import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to templates, as the journal tells it. */
export const templatesDeeds = defineWords({
  namespace: 'templates.deeds',
  ru: {
    'template.saved': 'Карта сохранена как шаблон',
    'template.renamed': 'Шаблон переименован',
    'template.removed': 'Шаблон убран',
    'template.adopted': 'По шаблону начата дорожная карта',
  },
  en: {
    'template.saved': 'A map was saved as a template',
    'template.renamed': 'A template was renamed',
    'template.removed': 'A template was removed',
    'template.adopted': 'A road map was begun with a template',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof templatesDeeds> {}
}
