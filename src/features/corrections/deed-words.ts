import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to corrections of road maps, as the journal tells it. */
export const correctionsDeeds = defineWords({
  namespace: 'corrections.deeds',
  ru: {
    'correction.started': 'Начаты изменения дорожной карты',
    'correction.described': 'Уточнена причина изменений дорожной карты',
    'correction.map-named': 'В изменениях исправлено наименование дорожной карты',
    'correction.row-added': 'В изменения добавлена строка',
    'correction.row-changed': 'В изменениях исправлена строка',
    'correction.row-removed': 'В изменениях исключена строка',
    'correction.row-restored': 'В изменениях возвращена строка действующей редакции',
    'correction.row-kept': 'Из двух версий строки оставлена наша',
    'correction.order-drafted': 'Составлен проект приказа о внесении изменений',
    'correction.approved': 'Изменения дорожной карты утверждены',
    'correction.abandoned': 'Подготовка изменений дорожной карты отменена',
  },
  en: {
    'correction.started': 'Changes of a road map were begun',
    'correction.described': 'The reason of changes was clarified',
    'correction.map-named': 'The title of the road map was corrected in the changes',
    'correction.row-added': 'A row was added to the changes',
    'correction.row-changed': 'A row was corrected in the changes',
    'correction.row-removed': 'A row was removed in the changes',
    'correction.row-restored': 'A row of the map in force was restored',
    'correction.row-kept': 'Of two versions of a row ours was kept',
    'correction.order-drafted': 'An amending order was drafted',
    'correction.approved': 'Changes of a road map were approved',
    'correction.abandoned': 'Changes of a road map were given up',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof correctionsDeeds> {}
}
