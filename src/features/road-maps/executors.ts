import type { PartyClass } from '../../kernel/part.ts'
import { inOneLine } from '../../paper/paper.ts'
import { besidePersons, isPosition, personIn } from './persons.ts'
import { calledShort, commonShortNames, legalForms, type ShortNames } from './short-names.ts'
import { splitOutside } from './split-list.ts'
import { dependsOn, withoutLabel } from './split-names.ts'

/** The names that a cell gives, each whole; a full name that has a short one is given by it. */
export function namesIn(text: string, shortNames: ShortNames): string[] {
  const known = new Set([...commonShortNames, ...shortNames.values()])
  const pieces = splitOutside(listed(text), separator)
    .flatMap((piece) => besides(piece, known))
    .flatMap(besidePersons)
  const names = joinedPositions(pieces).map((piece) => named(piece, shortNames))
  return [...new Set(names.filter((name) => /[\p{L}\d]/u.test(name) && !/^(?:тел\.?\s*)?[\d\s()+-]{6,}$/u.test(name)))]
}

const roles =
  'директора?|завхоз|руководител[иь]|заместител[иь]|зам\\.|педагоги?|учителя?|методисты?|специалисты?|психологи?|координаторы?|завучи?|воспитател[иь]|тьюторы?|наставники?|эксперты?|кураторы?|председател[иь]|библиотекар[иь]|логопеды?|администраци[яи]|родители|обучающиеся|учащиеся|школы|члены|педагоги-психологи?|учителя-\\p{L}+'
const adjective = '\\p{L}{3,}(?:ые|ие|ый|ий|ая|ой)\\s+'
const together = '\\s+(?:совместно\\s+со?|при\\s+участии|при\\s+поддержке|с\\s+привлечением|с\\s+участием)\\s+'
const anyRole = new RegExp(`^(?:${adjective})?(?:${roles})(?!\\p{L})`, 'u')
/** The same words at the start of a line may be the end of a name: «Управление образования ⏎ администрации …». */
const beginsRole = new RegExp(`^(?:${adjective})?(?!(?:администрации|школы)(?!\\p{L}))(?:${roles})(?!\\p{L})`, 'u')
/** «Лугового района», «Озёрской области»: a name never begins so. */
const ofPlace = /^\p{Lu}\p{L}*(?:ого|его|ой|ей|ых|их)(?=\s|$)/u
const separator = new RegExp(
  [
    '[,;\\n]\\s*(?:(?:совместно\\s+со?|при\\s+участии|при\\s+поддержке|с\\s+привлечением)\\s+)?',
    '\\s*\\/\\s*(?=\\p{Lu}{2})',
    '\\s+и\\s+(?=(?!(?:УР|ВР|УВР|НМР|МР|УМР|ЗП|ЧС|МП|ПБ|ТБ|БДД)(?!\\p{L}))\\p{Lu}{2,}(?!\\p{L}))',
    `\\s+и\\s+(?=(?:${adjective})?(?:${roles})(?!\\p{L}))`,
    together,
  ].join('|'),
  'u',
)

/** Lines of a cell that each begin a name stay lines; a name that only runs over to the next line is whole again. */
function listed(text: string): string {
  const lines = text.split('\n').map((line) => line.trim().replace(/^(?:[-–—•*]|\d{1,2}[.)])\s+/, ''))
  return lines
    .filter((line) => line !== '')
    .reduce((all, line) => (all === '' ? line : `${all}${beginsName(line, all) ? '\n' : ' '}${line}`), '')
}

/** What cannot end a name: the next line goes on with it. */
const openEnd = /(?:[-–—]|(?<!\p{L})(?:и|по|с|со|в|на|для|№|\p{L}{2,}(?:ый|ий|ая|ого|ой|ые|ых)))$/iu
/** What needs a word more, unless that begins with a capital. */
const headless = /(?<!\p{L})(?:зам\.?|заместител\p{L}*|руководител\p{L}*|начальник\p{L}?|директора?|отдел\p{L}?)$/iu

function beginsName(line: string, above: string): boolean {
  const last = above.split('\n').at(-1) ?? ''
  if (/[,;]$/.test(last)) return true
  if (openEnd.test(last) || ofPlace.test(line) || isOpen(last)) return false
  if (personIn(line)?.at === 0) return personIn(last) !== null || !isPosition(last)
  if (/^\p{Lu}\p{L}/u.test(line)) return true
  if (headless.test(last)) return false
  return /(?:\p{Lu}{2}|[»"”)])$/u.test(last) ? anyRole.test(line) : beginsRole.test(line)
}

/** Quotes or brackets are still open. */
function isOpen(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1
  return count('«') > count('»') || count('(') > count(')')
}

/** «МОУО ШНОР» and «ГБУ ДПО «ЧИРО» МКОУ СОШ № 2» are two names each: only a space parts them. */
function besides(piece: string, known: Set<string>): string[] {
  const words = piece.split(' ')
  const names: string[] = []
  for (const [index, word] of words.entries()) {
    const last = words[index - 1] ?? ''
    const begins = known.has(word) || legalForms.includes(word)
    const isAfterWhole = known.has(names.at(-1) ?? '') || /[»"”]$/.test(last)
    if (index === 0 || (begins && isAfterWhole)) names.push(word)
    else names[names.length - 1] = `${names.at(-1) ?? ''} ${word}`
  }
  return names
}

/** «Иванова А.А., методист» is one person; «СОШ № 1, 2» and «по УВР, ВР» stay together; a second person is a name of her own. */
function joinedPositions(pieces: string[]): string[] {
  const whole: string[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const isAfterPerson =
      last !== undefined &&
      /\p{Lu}\.\s?\p{Lu}\.$|\p{Lu}\.\s?\p{Lu}\p{Ll}+$|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:ич|вна|чна)$/u.test(last)
    const isArea = last !== undefined && / по /.test(last) && /^(?:УР|ВР|УВР|НМР|МР|УМР|АХЧ|АХР)$/.test(piece)
    const isFigure =
      last !== undefined && /\p{L}.*\d(?:-?х)?$/u.test(last) && /^\d{1,3}(?:-?х)?(?:\s+класс\p{L}*)?$/u.test(piece)
    const isPart = last !== undefined && dependsOn(last, piece)
    if (isArea || isFigure || isPart || (isAfterPerson && personIn(piece) === null && isPosition(piece)))
      whole[whole.length - 1] = `${last}, ${piece}`
    else whole.push(piece)
  }
  return whole
}

function named(piece: string, shortNames: ShortNames): string {
  const own = /\((?:далее\s*[-–—:]?\s*)?«?(\p{Lu}{2,10})»?\)\s*$/u.exec(piece)?.[1]
  if (own !== undefined) return own
  const name = withoutLabel(inOneLine(piece))
    .replace(/\s*\((?:по согласованию|далее[^()]*)\)/giu, '')
    .replace(/[\s.,;:]+$/, (end) => (/(?:\p{Lu}|\d\s*кл)\.$/u.test(piece) ? '.' : end.replace(/[\s.,;:]+/, '')))
    .trim()
  return calledShort(name, shortNames)
}

const institute =
  /(?<!\p{L})(ИРО|ЧИРО|РЦОКО|ЦОКО|ЦНППМ|ДПО|ГБУ|ГАУ|ГБОУ ВО|ФГБУ|ФИОКО)(?!\p{L})|институт|министерств|минобр|минпросвещ|университет|академи|региональн\p{L}+ (центр|координатор|оператор|методист)/iu
const school =
  /(?<!\p{L})(ШНОР|ШНСУ|СОШ|ООШ|НОШ|ОО|ОУ|МКОУ|МБОУ|МАОУ|МОУ|МОБУ)(?!\p{L})|школ|гимнази|лице[йея]|образовательн\p{L}+ (организац|учрежд)|управленческ\p{L}+ команд|педагог|учител|директора?(?!\p{L})|заместител\p{L}+ директор|классн\p{L}+ руководител/iu
const authority =
  /(?<!\p{L})(МОУО|УО|РОО|РУО|ММС|РМК|ИМЦ|ММО|РМО|МКУ|МУ)(?!\p{L})|управлени[еяю]|отдел|комитет|департамент|методист|муниципальн|специалист|координатор|начальник|методическ\p{L}+ (кабинет|служб|центр|объединен)|администраци/iu

/** Which of the three sides a name speaks of; null where we cannot tell. */
export function sideOf(name: string): PartyClass | null {
  if (institute.test(name)) return 'institute'
  if (/(?<!\p{L})(МКУ|МОУО)(?!\p{L})/u.test(name)) return 'authority'
  if (school.test(name)) return 'school'
  return authority.test(name) ? 'authority' : null
}
