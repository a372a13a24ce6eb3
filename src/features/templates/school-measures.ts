import type { ProofKind } from '../../kernel/proof.ts'

/** A measure of a school in months without a year. */
export type SchoolMeasure = {
  title: string
  months: string
  expectedResult: string
  proof: readonly ProofKind[]
  cause: string
  indicator: string
}

/** A year of a school's own work in seven measures, to begin with: from the causes to what came of it. Words of Opora, not a norm. */
export const ownMeasures: readonly SchoolMeasure[] = [
  {
    title: 'Разбор результатов прошлого года по предметам и классам, без имён учеников',
    months: 'сентябрь',
    expectedResult: 'Названы предметы и темы, с которых начнём',
    proof: ['document'],
    cause: 'Высокая доля обучающихся с рисками учебной неуспешности',
    indicator: 'Разобраны все предметы с низкими результатами',
  },
  {
    title: 'Совещание команды школы: две-три причины, на которые школа может повлиять сама',
    months: 'сентябрь',
    expectedResult: 'Причины и меры записаны, у каждой есть ответственный',
    proof: ['document'],
    cause: '',
    indicator: 'У каждой причины есть показатель',
  },
  {
    title: 'Занятия по темам, на которых ученики отстают',
    months: 'октябрь–май',
    expectedResult: 'Занятия стоят в расписании и проходят',
    proof: ['document', 'file'],
    cause: 'Высокая доля обучающихся с рисками учебной неуспешности',
    indicator: 'Доля учеников, которые закрыли свои темы',
  },
  {
    title: 'Взаимное посещение уроков с разбором по одному вопросу',
    months: 'октябрь–апрель',
    expectedResult: 'У каждого учителя не менее двух разобранных уроков',
    proof: ['file'],
    cause: 'Недостаточная предметная и методическая компетентность педагогических работников',
    indicator: 'Число разобранных уроков',
  },
  {
    title: 'Встреча с родителями: чем помочь ребёнку дома',
    months: 'ноябрь, март',
    expectedResult: 'Родители знают, к кому обратиться',
    proof: ['event', 'file'],
    cause: 'Низкий уровень вовлечённости родителей',
    indicator: 'Доля семей, которые пришли',
  },
  {
    title: 'Промежуточная проверка: что сдвинулось за полугодие',
    months: 'январь',
    expectedResult: 'Меры, которые не помогли, заменены',
    proof: ['document'],
    cause: '',
    indicator: 'По каждой мере сказано, помогла ли она',
  },
  {
    title: 'Итоги года: те же показатели, что в начале, и выводы по каждой мере',
    months: 'май',
    expectedResult: 'Решено, что продолжить и от чего отказаться',
    proof: ['document'],
    cause: '',
    indicator: 'Показатели начала и конца года стоят рядом',
  },
]
