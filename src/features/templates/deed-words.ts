import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to templates, as the journal tells it. */
export const templatesDeeds = defineWords({
  namespace: 'templates.deeds',
  ru: {
    'template.saved': 'Карта сохранена как шаблон',
    'template.renamed': 'Шаблон переименован',
    'template.removed': 'Шаблон убран',
    'template.renewed': 'Шаблон заменён новой картой',
    'template.adopted': 'По шаблону начата дорожная карта',
    'template.row-taken': 'Строка изменившегося шаблона взята в карту',
    'template.change-left': 'Изменения шаблона оставлены без внимания',
  },
  en: {
    'template.saved': 'A map was saved as a template',
    'template.renamed': 'A template was renamed',
    'template.removed': 'A template was removed',
    'template.renewed': 'A template was replaced by a newer map',
    'template.adopted': 'A road map was begun with a template',
    'template.row-taken': 'A row of a changed template was taken into a map',
    'template.change-left': 'Changes of a template were left aside',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof templatesDeeds> {}
}
