import { defineWords, type Language } from '../../kernel/words.ts'

/** Words of the table that goes to a school and comes back. */
export const packetPaperWords = defineWords({
  namespace: 'packets.paper',
  ru: {
    file: 'Бумажный пакет',
    sheet: 'План',
    how: 'Как заполнить: в строке мероприятия напишите, что сделано; для встречи или поездки ещё день (например, 12.03.2024) и кто участвовал; если есть страница или письмо, укажите их. Строки, по которым сказать нечего, оставьте пустыми. Другие столбцы не меняйте, строки не переставляйте. Заполненную таблицу отправьте обратно письмом.',
    'how.paper':
      'Как заполнить: в строке мероприятия напишите, что сделано; для встречи или поездки ещё день и кто участвовал; если есть страница или письмо, укажите их. Строки, по которым сказать нечего, оставьте пустыми.',
    'head.number': '№',
    'head.activity': 'Мероприятие',
    'head.period': 'Когда выполнить',
    'head.proof': 'Чем подтвердить',
    'head.done': 'Что сделано',
    'head.when': 'Когда',
    'head.who': 'Кто участвовал',
    'head.source': 'Ссылка или письмо',
    'head.key': 'Служебное',
    until: 'до',
  },
  en: {
    file: 'Paper packet',
    sheet: 'Plan',
    how: 'How to fill it in: in the row of an activity write what was done; for a meeting or a trip also the day (12.03.2024) and who took part; name the page or the letter if there is one. Leave rows empty where there is nothing to say. Change no other column. Send the filled table back by letter.',
    'how.paper':
      'How to fill it in: in the row of an activity write what was done; for a meeting or a trip also the day and who took part; name the page or the letter if there is one. Leave rows empty where there is nothing to say.',
    'head.number': 'No.',
    'head.activity': 'Activity',
    'head.period': 'When',
    'head.proof': 'What proves it',
    'head.done': 'What was done',
    'head.when': 'Day',
    'head.who': 'Who took part',
    'head.source': 'Link or letter',
    'head.key': 'Machine',
    until: 'until',
  },
})

export type PacketPaperWords = { readonly [K in keyof (typeof packetPaperWords)['ru']]: string }

export const paperWords: Readonly<Record<Language, PacketPaperWords>> = {
  ru: packetPaperWords.ru,
  en: packetPaperWords.en,
}
