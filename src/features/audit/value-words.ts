import type { Language } from '../../kernel/words.ts'
import { formatMoment } from '../../web/format.ts'

type Reader = { language: Language; timeZone: string }

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** A recorded value as a reader sees it: days and moments of her clock, words for what the program calls by a code. */
export function sayValue(value: string, { language, timeZone }: Reader): string {
  if (MOMENT.test(value)) return formatMoment(value, timeZone)
  const day = DAY.exec(value)
  if (day) return `${day[3]}.${day[2]}.${day[1]}`
  return value
    .split(', ')
    .map((one) => codeWords[language][one] ?? one)
    .join(', ')
}

/** Roles, states, kinds: every word of a closed list that is written down. */
const codeWords: Record<Language, Readonly<Record<string, string>>> = {
  ru: {
    true: 'да',
    false: 'нет',
    administrator: 'администратор',
    authority_head: 'руководитель управления',
    municipal_coordinator: 'муниципальный координатор',
    curator: 'куратор',
    school_head: 'руководитель школы',
    school_team: 'команда школы',
    teacher: 'учитель',
    regional_methodist: 'методист региона',
    observer: 'только просмотр',
    region: 'регион',
    authority: 'управление',
    institute: 'институт',
    school: 'школа',
    us: 'мы',
    outside: 'внешний организатор',
    before: 'на рабочий день раньше',
    after: 'на рабочий день позже',
    same: 'как записано',
    undefined: 'не определён',
    'first-or-repeated': 'впервые или повторно за три года',
    'persistent-or-signs': 'три и более лет или признаки необъективности',
    file: 'файл',
    photo: 'фото',
    link: 'ссылка',
    words: 'словами',
    'outside-event': 'внешнее мероприятие',
    'no-requests': 'запросов не было',
    letter: 'письмо',
    call: 'звонок',
    waiting: 'ждёт',
    returned: 'возвращено',
    accepted: 'принято',
    draft: 'черновик',
    approved: 'утверждена',
    superseded: 'сменена новой',
    reading: 'читается',
    choosing: 'ждёт выбора',
    ready: 'прочитано',
    unreadable: 'не прочитано',
    failed: 'не вышло',
    done: 'готово',
    running: 'идёт',
    interrupted: 'прервано',
    applying: 'вносится',
    applied: 'внесено',
    abandoned: 'оставлено',
    confirmed: 'подтверждено',
    order: 'приказ',
    'incoming-letter': 'входящее письмо',
    keep: 'оставлено как есть',
    'understand-as': 'понято иначе',
    resolution: 'резолюция',
    amend: 'в проект изменений',
    'approved-list': 'утверждённый перечень',
    scheduled: 'по расписанию',
    'by-hand': 'по кнопке',
    'no-room': 'нет места на диске',
    'folder-closed': 'папка закрыта',
    'database-unavailable': 'база данных не отвечала',
    damaged: 'копия повреждена',
    broken: 'сбой',
    busy: 'занято',
    another: 'другой человек',
    'that-one': 'тот же человек',
    template: 'шаблон',
    nothing: 'пустая таблица',
    'road-map': 'дорожная карта',
    inn: 'ИНН',
    ogrn: 'ОГРН',
    oktmo: 'ОКТМО',
    'fis-oko': 'ФИС ОКО',
    own: 'свой код',
  },
  en: {
    true: 'yes',
    false: 'no',
    authority_head: 'head of the authority',
    municipal_coordinator: 'municipal coordinator',
    school_head: 'head of school',
    school_team: 'school team',
    regional_methodist: 'regional methodist',
    observer: 'viewing only',
  },
}
