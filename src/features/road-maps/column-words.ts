import { monthNames } from '../../kernel/month-names.ts'
import { inOneLine } from '../../paper/paper.ts'
import type { ColumnRole } from './order.ts'

/** Asked in this order, because «Срок проведения мероприятия» speaks of a period and «Участники мероприятия» of an audience. */
const wordings: [ColumnRole, RegExp][] = [
  [
    'number',
    /^(№|n(\s*п\s*\/?\s*п\.?)?$|no\.?$|номер|порядковый)|^п\s*\/?\s*п\.?$|^(пункт|шаг|п\.|шифр|код|индекс)(\s*(плана|№|мероприятия|работ[ыа]?))?$/,
  ],
  [
    'other',
    /отметк|примечани|^об(ъ|ь)[её]м|^кол(ичеств|-во)|^форма (проведени|работы|участи|мероприяти)|финансировани|фактическ|(^|\s|\()факт(у|е)?(?!\p{L})|достигнут|^(проверяем|отч[её]тн)\p{L}+ период|^период,? за|стоимость|^сумма|^един/u,
  ],
  ['title', /^наименовани(?!.*показател).*(мероприяти|точк|работ|событи)/],
  ['start', /^(дата |срок |время )?начал[оа]?(?!\p{L}).*|начало (реализации|исполнения|проведения)|^с$/u],
  ['end', /^(дата |срок |время )?(окончани|завершени|конец)|^по$/],
  [
    'result',
    /^где отраж|^чем (подтвержд|законч|заверш)|^что (получ|буд[еу]т|на выходе)|(форм|вид)\p{L} (отч[её]т|представлени)|где (слуша|подводят|рассматрива)|^выход/u,
  ],
  [
    'period',
    /срок|период|^дат|дата|когда|месяц|врем[яе]|график|^четверть|^недел[яи]|^квартал|^(день|дни|число)(?!\p{L})/u,
  ],
  ['audience', /^кто (привлека|участву|приглаша)|^(с|среди|для) к(ем|ого|аких|ому)/],
  [
    'executors',
    /исполнител|ответствен|^отв(?!\p{L})|организатор|^ведущ|докладчик|куратор|^кто(?!\p{L})|разработчик|подрядчик|^состав|^руководител|^член\p{L}* комисси|проводит$|^(готовит|проводит|отвечает|контролирует)(?!\p{L})/u,
  ],
  [
    'audience',
    /целев\p{L}+ (групп|аудитори)|категори\p{L}+|участник|аудитори|для кого|на кого|^кому|адресат|охват|^класс(ы|$)|^параллел|^приглаш[её]нн|^контингент|^возраст|^групп[аы](?!\p{L})/u,
  ],
  [
    'result',
    /результат|итог|эффект|вид(ы)? документ|подтвержда|показател|продукт|индикатор|форм\p{L} завершени|^выполнени|критери/u,
  ],
  [
    'title',
    /мероприяти|содержани|наименовани|действи|вид\p{L}* деятельности|виды работ|направлени|задач|^шаги|^тема|^темы|^предмет(?!\p{L})|^событи|^объект|^виды? и |^мер[аы](?!\p{L})|^что(?!\p{L})|поручени|вопрос(?!\p{L}*\s+(?:готов|внос))|^дел[ао](?!\p{L})/u,
  ],
  ['place', /мест[оа]|площадк|адрес|^где(?!\p{L})/u],
  ['result', /документ/],
]

/** Whether the words of a head say a purpose that is none of ours: a mark, a note, money. */
export function isOfOtherUse(header: string): boolean {
  return wordings.some(([role, wording]) => role === 'other' && wording.test(headWords(header)))
}

/** What a column is for, by the words of its head. */
export function roleOf(header: string): ColumnRole {
  const words = headWords(header)
  return wordings.find(([, wording]) => wording.test(words))?.[0] ?? 'other'
}

const headings: [RegExp, (found: RegExpExecArray) => string][] = [
  [/^(i{1,3}|iv|[1-4])(?:-?[йя])?\s*(?:кв\.?|квартал)$/, ([, figure = '']) => `${figure.toUpperCase()} квартал`],
  [/^(i{1,3}|iv|v|[1-5])(?:-?[ая]я|-?я)?\s*нед(?:\.|еля)$/, ([, figure = '']) => `${figure} неделя`],
  [/^(20\d\d)\s*(?:год|г\.?)?$/, ([, year = '']) => `${year} год`],
  [/^(i{1,2}|[12])\s*(?:п\/г|полугодие)$/, ([, figure = '']) => `${figure.toUpperCase()} полугодие`],
  [
    /^(янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\p{L}{0,6}\.?(\s*20\d\d)?$/u,
    ([, root = '', year = '']) => `${monthsByRoot[root] ?? ''}${year}`,
  ],
]

const months = monthNames.ru.alone
const monthsByRoot: Record<string, string> = {
  ...Object.fromEntries(months.map((month) => [month.slice(0, 3), month])),
  мая: 'май',
}
const romans = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')

/** «I кв.», «Сентябрь», «IX» under «Месяц»: the term for which a mark in that column stands. */
export function termOf(own: string, above: string): string | null {
  const said = termSaid(own, above)
  const year = /(?<![\d/–-])(20\d\d)(?!\d|\s*[-–/]\s*\d)/.exec(above)?.[1]
  return said === null || year === undefined || /20\d\d/.test(said) ? said : `${said} ${year} года`
}

/** The months of columns that are headed by figures alone: «IX, X, XI, XII, I», «9, 10, 11, 12, 1»; null where they do not count on. */
export function monthsInTurn(heads: string[]): string[] | null {
  const figures = heads.map((head) => monthFigure(latin(headWords(head))))
  const isCounting = figures.every((figure, at) => at === 0 || figure === ((figures[at - 1] ?? 0) % 12) + 1)
  const [first = 0] = figures
  const isRoman = heads.every((head) => /\D/.test(head))
  const isOfMonths = isRoman ? figures.some((figure) => figure > 4) : first !== 1 || figures.length === 12
  return isCounting && isOfMonths && heads.length >= 4 ? figures.map((figure) => months[figure - 1] ?? '') : null
}

function monthFigure(words: string): number {
  return romans.indexOf(words) + 1 || Number(/^\d{1,2}$/.exec(words)?.[0] ?? 0)
}

function termSaid(own: string, above: string): string | null {
  const words = latin(headWords(own))
  for (const [wording, say] of headings) {
    const found = wording.exec(words)
    if (found) return say(found)
  }
  const figure = monthFigure(words)
  if (figure === 0) return null
  if (/квартал|(^|\s)кв\.?$/i.test(above) && figure <= 4) return `${figure} квартал`
  if (/полугоди/i.test(above) && figure <= 2) return `${figure} полугодие`
  return /месяц/i.test(above) && figure <= 12 ? (months[figure - 1] ?? null) : null
}

/** Words of a head that a narrow column broke are whole again. */
function headWords(header: string): string {
  return inOneLine(header.replace(/(?<=\p{L})[-\u00ad]\s*\n\s*(?=\p{Ll})/gu, '')).toLowerCase()
}

function latin(text: string): string {
  return text.replaceAll('і', 'i').replaceAll('х', 'x')
}
