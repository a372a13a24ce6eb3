import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to schools' own maps, as the journal tells it. */
export const schoolMapsDeeds = defineWords({
  namespace: 'school-maps.deeds',
  ru: {
    'school-map.started': 'Начата карта школы',
    'school-map.correction-started': 'Начато исправление карты школы',
    'school-map.correction-abandoned': 'Исправление карты школы отменено',
    'school-map.row-added': 'В карту школы добавлена строка',
    'school-map.measures-added': 'В карту школы добавлены меры шаблона',
    'school-map.row-changed': 'Изменена строка карты школы',
    'school-map.submitted': 'Карта школы отправлена на согласование',
    'school-map.agreed': 'Карта школы согласована',
    'school-map.returned': 'Карта школы возвращена с замечаниями',
    'school-map.approved': 'Карта школы утверждена приказом директора',
    'school-map.consent-given': 'Школа ответила, что станет с её строкой после изменения карты управления',
    'school-map.commented': 'Замечание к карте школы',
    'school-map.comment-resolved': 'Замечание к карте школы учтено',
  },
  en: {
    'school-map.started': 'A school map was begun',
    'school-map.correction-started': 'A correction of a school map was begun',
    'school-map.correction-abandoned': 'A correction of a school map was given up',
    'school-map.row-added': 'A row was added to a school map',
    'school-map.measures-added': 'Measures of a template were added to a school map',
    'school-map.row-changed': 'A row of a school map was changed',
    'school-map.submitted': 'A school map was submitted',
    'school-map.agreed': 'A school map was agreed',
    'school-map.returned': 'A school map was returned with remarks',
    'school-map.approved': 'A school map was approved by the director',
    'school-map.consent-given': 'A school said what becomes of its row after the authority’s map changed',
    'school-map.commented': 'A comment on a school map',
    'school-map.comment-resolved': 'A comment on a school map was resolved',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof schoolMapsDeeds> {}
}
