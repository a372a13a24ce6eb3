import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to the calendar, as the journal tells it. */
export const calendarDeeds = defineWords({
  namespace: 'calendar.deeds',
  ru: {
    'calendar.day-set': 'День календаря назначен рабочим или нерабочим',
    'calendar.day-changed': 'Изменён день календаря',
    'calendar.period-added': 'В календарь внесён период',
    'calendar.period-changed': 'Изменён период календаря',
    'calendar.period-removed': 'Из календаря убран период',
    'calendar.rule-set': 'Изменено, что делать со сроком в нерабочий день',
  },
  en: {
    'calendar.day-set': 'A day of the calendar was set as worked or off',
    'calendar.day-changed': 'A day of the calendar was changed',
    'calendar.period-added': 'A period was put into the calendar',
    'calendar.period-changed': 'A period of the calendar was changed',
    'calendar.period-removed': 'A period was taken out of the calendar',
    'calendar.rule-set': 'What happens to a deadline on a day off was changed',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof calendarDeeds> {}
}
