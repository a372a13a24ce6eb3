import type { Recurrence } from '../../kernel/period.ts'

/** What may be counted in a term: «I квартал», «первая неделя», «25 числа». */
export type Counted =
  | 'day'
  | 'date'
  | 'week'
  | 'decade'
  | 'month'
  | 'quarter'
  | 'term'
  | 'trimester'
  | 'half'
  | 'half-year'
  | 'year'
  | 'hour'

/** What one word of a term means, before its neighbours are heard. */
export type Sense =
  | { is: 'month'; month: number; genitive: boolean }
  | { is: 'season'; season: Season }
  | { is: 'counted'; what: Counted }
  | { is: 'weekday'; day: number; plural: boolean }
  | { is: 'edge'; edge: Edge }
  | { is: 'ordinal'; value: number }
  | { is: 'cardinal'; value: number }
  | { is: 'recurs'; recurrence: Recurrence }
  | { is: 'times'; count: number | null }
  | { is: Plain }

export type Season = 'winter' | 'spring' | 'summer' | 'autumn'
export type Edge = 'start' | 'middle' | 'end'

/**
 * Words whose kind says all: every «каждый», school «учебный», whole «весь», ongoing «постоянно», schedule «график»,
 * demand «запрос», agreement «по согласованию», fixed «в установленные сроки», result «по итогам», further «далее», rough «ориентировочно», vacation «каникулы», current «текущий»,
 * next «следующий», label «этап», filler — words that change nothing where they stand alone.
 */
type Plain =
  | 'every'
  | 'school'
  | 'whole'
  | 'ongoing'
  | 'schedule'
  | 'demand'
  | 'agreement'
  | 'fixed'
  | 'result'
  | 'further'
  | 'rough'
  | 'vacation'
  | 'current'
  | 'next'
  | 'label'
  | 'last'
  | 'lifetime'
  | 'filler'

/** The last of its kind: «последняя неделя», «последний квартал». */
export const LAST = -1

/** Answers null to a word that no term of office uses; expects lower case and «е» for «ё». */
export function senseOf(word: string): Sense | null {
  return lexicon.get(word) ?? null
}

export function isMonthGenitive(sense: Sense | null): boolean {
  return sense?.is === 'month' && sense.genitive
}

/** Every known word of at least six letters that a slip of the pen may be mended to. */
export function mendableWords(): string[] {
  return [...lexicon].filter(([word, sense]) => word.length >= 6 && mendable.has(sense.is)).map(([word]) => word)
}

const mendable: ReadonlySet<Sense['is']> = new Set(['month', 'counted', 'recurs', 'ongoing', 'school'])

const lexicon = new Map<string, Sense>()

function say(sense: Sense, stem: string, endings = '-'): void {
  for (const ending of endings.split(' ')) lexicon.set(stem + (ending === '-' ? '' : ending), sense)
}

function sayAll(sense: Sense, words: string): void {
  for (const word of words.split(/\s+/)) lexicon.set(word, sense)
}

const softMonths = { январ: 1, феврал: 2, апрел: 4, июн: 6, июл: 7, сентябр: 9, октябр: 10, ноябр: 11, декабр: 12 }
for (const [stem, month] of Object.entries(softMonths)) {
  say({ is: 'month', month, genitive: false }, stem, '- ь ю ем е и')
  say({ is: 'month', month, genitive: true }, stem, 'я')
}
for (const [stem, month] of Object.entries({ март: 3, август: 8 })) {
  say({ is: 'month', month, genitive: false }, stem, '- у ом е')
  say({ is: 'month', month, genitive: true }, stem, 'а')
}
sayAll({ is: 'month', month: 5, genitive: false }, 'май маю маем мае')
sayAll({ is: 'month', month: 5, genitive: true }, 'мая')
const shortMonths = 'янв фев/февр мар апр - июн июл авг сен/сент/сентяб окт нояб/ноя дек/декаб'.split(' ')
shortMonths.forEach((names, index) => {
  if (names !== '-') for (const name of names.split('/')) say({ is: 'month', month: index + 1, genitive: false }, name)
})

const seasons: Record<Season, string> = {
  winter: 'зима зимы зиму зимой зиме зимний зимне зимнего зимнем зимнее зимняя зимние зимних',
  spring: 'весна весны весну весной весне весенний весеннего весеннем весеннее весенне весенние весенних',
  summer: 'лето лета летом лете летний летнего летнем летнее летне летние летних',
  autumn: 'осень осени осенью осенний осеннего осеннем осеннее осенне осенние осенних',
}
const seasonNames: Season[] = ['winter', 'spring', 'summer', 'autumn']
for (const season of seasonNames) sayAll({ is: 'season', season }, seasons[season])

const counted: Record<Exclude<Counted, 'half'>, string> = {
  day: 'день дня дню днем дне дни дней дням днях дн',
  date: 'число числа числу числом числе числам числах чисел',
  week: 'неделя недели неделе неделю неделей недель неделям неделях нед',
  decade: 'декада декады декаде декаду декадой декад декадам декадах',
  month: 'месяц месяца месяцу месяцем месяце месяцы месяцев месяцам месяцах мес',
  quarter: 'квартал квартала кварталу кварталом квартале кварталы кварталов кварталам кварталах кв кварт',
  term: 'четверть четверти четвертью четвертей четвертям четвертях четв',
  trimester: 'триместр триместра триместру триместром триместре триместры триместров триместрах',
  'half-year':
    'полугодие полугодия полугодию полугодием полугодии полугодий полугодиям полугодиях полуг полугод полгода',
  year: 'год года году годом годе годы годов годам годах лет г гг',
  hour: 'час часа часу часов часам ч минут мин минуты',
}
for (const what of Object.keys(counted)) {
  if (isCounted(what)) sayAll({ is: 'counted', what }, counted[what])
}
function isCounted(what: string): what is keyof typeof counted {
  return what in counted
}
sayAll({ is: 'counted', what: 'half' }, 'половина половины половине половину половиной пол')

const weekdays = [
  'понедельник понедельника понедельнику пн | понедельникам понедельники',
  'вторник вторника вторнику вт | вторникам вторники',
  'среда среды среде среду ср | средам',
  'четверг четверга четвергу чт | четвергам четверги',
  'пятница пятницы пятнице пятницу пт | пятницам',
  'суббота субботы субботе субботу сб | субботам',
  'воскресенье воскресенья воскресенью вс | воскресеньям',
]
weekdays.forEach((names, index) => {
  const [one = '', many = ''] = names.split(' | ')
  sayAll({ is: 'weekday', day: index + 1, plural: false }, one)
  sayAll({ is: 'weekday', day: index + 1, plural: true }, many)
})

sayAll({ is: 'edge', edge: 'start' }, 'начало начала начале началу началом')
sayAll({ is: 'edge', edge: 'middle' }, 'середина середины середине середину серединой')
sayAll({ is: 'edge', edge: 'end' }, 'конец конца конце концу концом')

const adjective = 'ый ой ая ое ого ому ым ом ую ые ых ыми'
const ordinalStems =
  'перв втор - четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'
ordinalStems.split(' ').forEach((stem, index) => {
  if (stem !== '-') say({ is: 'ordinal', value: index + 1 }, stem, adjective)
})
say({ is: 'ordinal', value: 30 }, 'тридцат', adjective)
say({ is: 'ordinal', value: 3 }, 'трет', 'ий ья ье ьего ьему ьим ьем ью ьей ьи ьих')
sayAll(
  { is: 'last' },
  'последний последняя последнее последнего последней последнему последнем последнюю последние последних',
)
const cardinals: Record<number, string> = {
  1: 'один одна одно одного одной одному одну одном',
  2: 'два две двух двум двумя',
  3: 'три трех трем',
  4: 'четыре четырех',
  5: 'пять пяти',
  6: 'шесть шести',
  7: 'семь семи',
  8: 'восемь восьми',
  9: 'девять девяти',
  10: 'десять десяти',
  12: 'двенадцать двенадцати',
  20: 'двадцать двадцати',
  30: 'тридцать тридцати',
}
for (const [value, words] of Object.entries(cardinals)) sayAll({ is: 'cardinal', value: Number(value) }, words)

const recurrences: Partial<Record<Recurrence, string>> = {
  daily: 'ежедневн каждодневн ежесуточн',
  weekly: 'еженедельн понедельн',
  monthly: 'ежемесячн помесячн',
  quarterly: 'ежеквартальн поквартальн ежечетвертн',
  'half-yearly': 'ежеполугодн полугодов',
  yearly: 'ежегодн',
  other: 'периодическ',
}
const recurrenceNames: Recurrence[] = ['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'other']
for (const recurrence of recurrenceNames) {
  for (const stem of recurrences[recurrence]?.split(' ') ?? [])
    say({ is: 'recurs', recurrence }, stem, 'о ый ая ое ые ой ого ых и ий')
}
sayAll({ is: 'times', count: null }, 'раз раза разу разом разов р')
sayAll({ is: 'times', count: 2 }, 'дважды')
sayAll({ is: 'times', count: 3 }, 'трижды')

sayAll({ is: 'every' }, 'каждый каждая каждое каждые каждого каждой каждому каждом каждую каждых любой любого')
sayAll(
  { is: 'school' },
  'учебный учебного учебному учебным учебном учебные учебных учебной учебную учебная уч учеб школьный школьного',
)
sayAll({ is: 'whole' }, 'весь вся все всего всей всему всем всю круглый круглого целый целого')
sayAll(
  { is: 'ongoing' },
  `постоянно постоянная постоянной постоянный систематически систематическая систематической регулярно регулярная
   регулярной системной систематичной перманентно непрерывно непрерывная бессрочно бессрочный бессрочная бессрочной`,
)
sayAll(
  { is: 'lifetime' },
  'период периода периоду периоде периодом срок срока сроку сроке сроком сроки сроков сроках время времени',
)
sayAll(
  { is: 'schedule' },
  `график графика графику графике графиком графики графиков графикам графиками план плана плану плане планом планы
   планов планам планами расписание расписания расписанию расписанием циклограмма циклограмме циклограммы циклограммой
   приказ приказа приказу приказом приказам регламент регламента регламенту регламентом календарь календарю
   положение положению положением порядок порядку порядком срокам`,
)
sayAll(
  { is: 'demand' },
  `необходимость необходимости запрос запроса запросу запросам запросы обращение обращения обращению обращениям обращений
   заявка заявке заявкам заявки заявок требование требования требованию требованиям поступление поступления поступлении
   поступлению потребность потребности потребностям возникновение возникновения возникновении готовности
   выявления выявлении факту показаниям наличии обращаемости договоренности надобности
   желанию ситуативно появления появлении приглашению приеме приёме трудоустройстве увольнении обнаружении изменении`,
)
sayAll(
  { is: 'fixed' },
  'установленные установленный установленным установленном установленными установленных определенные указанные указанный',
)
sayAll({ is: 'agreement' }, 'согласованию согласования согласованием')
sayAll({ is: 'result' }, 'итогам итогу окончании окончанию завершении завершению результатам истечении')
sayAll({ is: 'further' }, 'далее затем впоследствии дальнейшем потом')
sayAll(
  { is: 'rough' },
  'ближе ориентировочно ориентировочный примерно приблизительно предположительно около предварительно',
)
sayAll({ is: 'vacation' }, 'каникулы каникул каникулам каникулах каникулами каникулярный каникулярное каникулярного')
sayAll({ is: 'current' }, 'новый нового новому новом текущий текущего текущему текущем текущей сего данного этого этом')
sayAll({ is: 'next' }, 'следующий следующего следующему следующем последующего будущего будущем')
sayAll({ is: 'label' }, 'этап этапа этапе этапы')
sayAll(
  { is: 'filler' },
  `в во на за с со от до по к ко и а или но не при из же также так течение течении теченьи теч ходе протяжении протяжение
   позднее позже поздней ранее раньше начиная начинать включительно реже менее чаще более минимум максимум раз
   согласно соответствии соответственно случае мере меры основе после следующим отчетным отчетного отчетный отчетному
   отчетной отчетным исполнения реализации выполнения проекта программы календарный календарного календарном
   календарному однократно единовременно разово единожды проведения московскому мск московское работы отдельному отдельным
   круглогодично круглогодичный ежедневное числе рабочий рабочего рабочим рабочих будням будни выходным утвержденному утвержденным проведение дата даты`,
)
sayAll({ is: 'times', count: null }, 'раз')
sayAll({ is: 'whole' }, 'круглогодично круглогодичный')
