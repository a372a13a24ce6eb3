import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const calendarRefusals = defineWords({
  namespace: 'calendar.refusals',
  ru: {
    'calendar.not-yours': 'Этот календарь ведёт координатор или администратор своего управления.',
    'calendar.not-here': 'Календарь есть у управления и у региона; школа пользуется календарём своего управления.',
    'calendar.missing': 'Этого в календаре уже нет. Обновите страницу.',
    'calendar.day-known': 'Об этом дне в календаре уже сказано. Измените ту запись.',
    'calendar.period-backwards': 'Последний день раньше первого. Поменяйте их местами.',
    'calendar.changed-meanwhile': 'Это тем временем изменил другой человек. Обновите страницу и повторите.',
  },
  en: {
    'calendar.not-yours': 'The coordinator or administrator of the authority keeps this calendar.',
    'calendar.not-here': 'An authority and a region have a calendar; a school uses that of its authority.',
    'calendar.missing': 'This is no longer in the calendar. Reload the page.',
    'calendar.day-known': 'The calendar says something of this day already. Change that.',
    'calendar.period-backwards': 'The last day is before the first. Exchange them.',
    'calendar.changed-meanwhile': 'Somebody else has changed this meanwhile. Reload the page and try again.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof calendarRefusals> {}
}
