import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to orders and road maps, as the journal tells it. */
export const roadMapsDeeds = defineWords({
  namespace: 'road-maps.deeds',
  ru: {
    'import.started': 'Загружен приказ',
    'import.read': 'Приказ прочитан',
    'import.understanding-changed': 'Изменено понимание приказа',
    'import.road-maps-chosen': 'Выбраны дорожные карты из файла',
    'import.rows-begun': 'Начат ввод строк по скану',
    'import.rolled-over': 'Дорожная карта перенесена на следующий год',
    'import.rolled-over-again': 'Открыт уже начатый перенос на следующий год',
    'import.leftover-settled': 'Решено, как быть с упоминанием прошлого года',
    'import.abandoned': 'Загрузка приказа отменена',
    'import.identical': 'Загружен тот же приказ, ничего не изменилось',
    'import.participants': 'По приказу изменён состав участников',
    'road-map.approved': 'Утверждена редакция дорожной карты',
    'road-map.sent': 'Дорожная карта направлена школам',
    'road-map.acknowledged': 'Школа ознакомлена с дорожной картой',
  },
  en: {
    'import.started': 'An order was uploaded',
    'import.read': 'The order was read',
    'import.understanding-changed': 'The understanding of an order was changed',
    'import.road-maps-chosen': 'Road maps of a file were chosen',
    'import.rows-begun': 'Typing the rows of a scan was begun',
    'import.rolled-over': 'A road map was carried over to the next year',
    'import.rolled-over-again': 'A carrying over that was begun already was opened',
    'import.leftover-settled': 'A mention of the old year was settled',
    'import.abandoned': 'An upload was given up',
    'import.identical': 'The same order was uploaded, nothing changed',
    'import.participants': 'Participants were changed by an order',
    'road-map.approved': 'A revision of the road map was approved',
    'road-map.sent': 'The road map was sent to schools',
    'road-map.acknowledged': 'A school acknowledged the road map',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof roadMapsDeeds> {}
}
