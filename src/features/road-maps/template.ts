import type { Audience, HeldBy, ProofKind } from '../../kernel/proof.ts'
import type { ParseAnswer, ParsedActivity } from './order.ts'
import { understandPeriod } from './period.ts'

type Row = [
  number: string,
  title: string,
  months: string | null,
  executors: string[],
  expectedResult: string,
  targetGroups: string[],
  heldBy: HeldBy,
  proof: ProofKind[],
]

const sections: { number: string; title: string; audience: Audience; rows: Row[] }[] = [
  {
    number: '1',
    title: 'Общие мероприятия для всех школ — участников проекта',
    audience: 'all',
    rows: [
      [
        '1.1',
        'Определение варианта сопровождения каждой школы, назначение муниципального координатора',
        'февраль',
        ['МОУО'],
        'Письмо со списком школ и вариантов, назначен координатор',
        ['МОУО', 'ШНОР'],
        'us',
        ['allocation'],
      ],
      [
        '1.2',
        'Участие в вебинарах о повышении качества образования',
        'февраль–апрель, сентябрь–ноябрь',
        ['МОУО', 'ШНОР'],
        'Педагоги приняли участие, материалы вебинаров собраны',
        ['МОУО', 'ШНОР'],
        'outside',
        ['outside-event'],
      ],
      [
        '1.3',
        'Участие педагогов в оценке профессиональных компетенций',
        'февраль–март',
        ['ШНОР'],
        'Известны дефициты, составлены ИОМ',
        ['МОУО', 'ШНОР'],
        'outside',
        ['competency-assessment', 'learning-route'],
      ],
      [
        '1.4',
        'Участие в областном совещании по вопросам сопровождения школ',
        'февраль',
        ['Региональный институт'],
        'Команды школ знают, как устроено сопровождение в этом году',
        ['ШНОР'],
        'outside',
        ['outside-event'],
      ],
      [
        '1.5',
        'Анкетирование школ о причинах низких результатов',
        'март',
        ['Региональный институт'],
        'Определены внутренние и внешние причины',
        ['ШНОР'],
        'outside',
        ['survey'],
      ],
      [
        '1.6',
        'Разработка дорожных карт управления образования и школ',
        'март',
        ['МОУО', 'ШНОР'],
        'Дорожные карты утверждены',
        ['МОУО', 'ШНОР'],
        'us',
        ['road-map'],
      ],
      [
        '1.7',
        'Участие в методических семинарах: обмен результативными практиками',
        'декабрь',
        ['МОУО', 'ШНОР'],
        'Практики описаны и собраны',
        ['МОУО', 'ШНОР'],
        'outside',
        ['outside-event'],
      ],
    ],
  },
  {
    number: '2',
    title: 'Сопровождение школ, у которых низкие результаты впервые или повторно за последние три года',
    audience: 'first-or-repeated',
    rows: [
      [
        '2.1',
        'Участие в работе сетевых методических объединений педагогов',
        'февраль–май, август–декабрь',
        ['МОУО'],
        'Педагоги включены в работу объединений',
        ['МОУО', 'ШНОР'],
        'outside',
        ['association'],
      ],
    ],
  },
  {
    number: '3',
    title: 'Сопровождение школ, у которых низкие результаты три и более лет подряд или есть признаки необъективности',
    audience: 'persistent-or-signs',
    rows: [
      [
        '3.1',
        'Участие управленческих команд в индивидуальных собеседованиях',
        'март',
        ['Региональный институт'],
        'Выбраны приоритеты, дорожные карты школ уточнены',
        ['ШНОР'],
        'outside',
        ['interview'],
      ],
      [
        '3.2',
        'Адресная методическая помощь по итогам собеседований и по запросам школ',
        'в течение года',
        ['МОУО'],
        'Запросы школ выполнены',
        ['ШНОР'],
        'us',
        ['support-request'],
      ],
      [
        '3.3',
        'Участие в итоговом семинаре по результатам проекта',
        'декабрь',
        ['Региональный институт'],
        'Итоги года подведены',
        ['МОУО', 'ШНОР'],
        'outside',
        ['outside-event'],
      ],
    ],
  },
]

/** The built-in road map for a year, as if it had been read from a paper. */
export function templateAnswer(year: number): ParseAnswer {
  return {
    order: null,
    findings: [],
    roadMap: {
      title: `Дорожная карта по сопровождению школ с низкими образовательными результатами в ${year} году`,
      year,
      schoolYear: null,
      columns: [],
      sections: sections.map(({ rows, ...section }) => ({
        ...section,
        activities: rows.map((row, index) => activityOf(row, index, year)),
      })),
    },
  }
}

function activityOf(row: Row, index: number, year: number): ParsedActivity {
  const [number, title, months, executors, expectedResult, targetGroups, heldBy, proof] = row
  return {
    number,
    title,
    period: months ? understandPeriod(months, { contextYear: year, schoolYear: null }) : null,
    executors: { text: executors.join(', '), names: executors },
    expectedResult,
    targetGroups,
    heldBy,
    proof,
    source: { table: 0, row: index + 1, page: null },
  }
}
