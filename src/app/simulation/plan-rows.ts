import type { Parts } from '../../kernel/part.ts'
import type { Audience, HeldBy, ProofKind } from '../../kernel/proof.ts'

export type PlanRow = {
  section: keyof typeof sections
  number: string
  title: string
  /** The term as a plan of that year writes it; null: none was written. */
  term: ((year: number) => string) | null
  executors: string
  result: string
  heldBy: HeldBy
  proof: ProofKind[]
  parts: Parts
}

export const sections = {
  1: { title: 'Мероприятия для всех участников проекта', audience: 'all' },
  2: { title: 'Школы, включённые в перечень впервые или повторно', audience: 'first-or-repeated' },
  3: { title: 'Школы с устойчиво низкими результатами', audience: 'persistent-or-signs' },
} as const satisfies Record<number, { title: string; audience: Audience }>

const own: Parts = { authority: 'executes', institute: null, school: null }
const all: Parts = { authority: 'executes', institute: null, school: 'takes-part' }
const bySchool: Parts = { authority: 'is-informed', institute: null, school: 'executes' }
const elsewhere: Parts = { authority: 'takes-part', institute: 'executes', school: 'takes-part' }
const told: Parts = { authority: 'executes', institute: null, school: 'is-informed' }

type Rest = Omit<PlanRow, 'section' | 'number' | 'title' | 'term'>

const byAuthority: Rest = {
  executors: 'Управление образования',
  result: 'Сводка',
  heldBy: 'us',
  proof: ['file'],
  parts: own,
}
const together: Rest = {
  ...byAuthority,
  executors: 'Управление образования, школы',
  result: 'Перечень участников',
  parts: all,
}
const school: Rest = {
  executors: 'Школы',
  result: 'Документ школы',
  heldBy: 'school',
  proof: ['file', 'document'],
  parts: bySchool,
}
const outside: Rest = {
  executors: 'Институт развития образования',
  result: 'Материалы и перечень участников',
  heldBy: 'outside',
  proof: ['outside-event', 'file'],
  parts: elsewhere,
}

/** The road map of a year, in words of our own. */
export const planRows: readonly PlanRow[] = [
  row('1.1', 'Определение вариантов сопровождения школ', (year) => `Февраль ${year} года`, {
    ...byAuthority,
    parts: told,
  }),
  row('1.2', 'Вебинары для управленческих команд о работе с данными оценки качества', twice, outside),
  row(
    '1.3',
    'Выявление причин низких результатов: анкета и самоанализ школы',
    (year) => `Февраль – март ${year} года`,
    school,
  ),
  row('1.4', 'Оценка предметных и методических затруднений учителей', (year) => `Март – апрель ${year} года`, outside),
  row('1.5', 'Маршруты профессионального роста учителей', (year) => `Апрель – май ${year} года`, school),
  row(
    '1.6',
    'Собственная дорожная карта школы, согласованная с управлением',
    (year) => `до 15 марта ${year} года`,
    school,
  ),
  row('1.7', 'Совещание по итогам полугодия', (year) => `Июнь ${year} года`, together),
  row('1.8', 'Отчёт школы о выполнении дорожной карты', (year) => `Июнь ${year} года. Декабрь ${year} года`, school),
  row('1.9', 'Семинар «Читаем, понимаем, применяем»', (year) => `Октябрь ${year} года`, outside),
  row('1.10', 'Анализ результатов года и предложения на следующий', (year) => `Декабрь ${year} года`, byAuthority),
  row('2.1', 'Сетевые объединения учителей-предметников', twice, { ...together, proof: ['event', 'file'] }),
  row('2.2', 'Открытые уроки в школах-наставниках', (year) => `Март – май, сентябрь – ноябрь ${year} года`, school),
  row('2.3', 'Пробные работы по русскому языку и математике', (year) => `Апрель, октябрь ${year} года`, school),
  row('2.4', 'Консультации методистов по запросам школ', () => 'По запросу', together),
  row('2.5', 'Повышение квалификации учителей', (year) => `в течение ${year} года`, outside),
  row('3.1', 'Собеседование с управленческой командой школы', (year) => `Март ${year} года`, outside),
  row('3.2', 'Выезд в школу и посещение уроков', (year) => `Апрель – май, октябрь – ноябрь ${year} года`, together),
  row('3.3', 'Закрепление школы-наставника и договор о сотрудничестве', (year) => `до 1 апреля ${year} года`, school),
  row(
    '3.4',
    'Работа с учащимися, которым трудно учиться: расписание занятий',
    (year) => `Сентябрь – декабрь ${year} года`,
    school,
  ),
  row('3.5', 'Адресная помощь по запросам школы', () => 'По мере необходимости', together),
  row('3.6', 'Итоговая встреча школ и наставников', null, together),
]

function twice(year: number): string {
  return `Февраль – апрель, сентябрь – ноябрь ${year} года`
}

function row(number: string, title: string, term: PlanRow['term'], rest: Rest): PlanRow {
  const section = number.startsWith('1') ? 1 : number.startsWith('2') ? 2 : 3
  return { section, number, title, term, ...rest }
}
