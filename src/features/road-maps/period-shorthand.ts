import { monthNames } from '../../kernel/month-names.ts'

const month = '(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}{0,2}'
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

const dueInMonth = new RegExp(`(?<!\\p{L})(${month})\\s*\\(\\s*до\\s+(\\d{1,2})(?:-?го)?\\s*\\)`, 'giu')
const dayOfMonth = new RegExp(`^\\s*(${month})\\s*(?:\\(\\s*(\\d{1,2})\\s*\\)|,\\s*(\\d{1,2}))\\s*$`, 'iu')

/** What offices write short, in the words that stand for it: «март (до 15)», «март (15)», «IX–XII», «09–12.2023». */
export function writtenOut(text: string): string {
  return text
    .replace(dueInMonth, '$1, до $2 числа')
    .replace(dayOfMonth, (whole, name: string, inBrackets?: string, after?: string) =>
      Number(inBrackets ?? after) <= 31 ? `${inBrackets ?? after} ${name}` : whole,
    )
    .replace(/^\s*([IVXІХ]{1,4})\s*[-–—]\s*([IVXІХ]{1,4})\s*$/u, (whole, from: string, to: string) => {
      const [first, last] = [monthOf(from), monthOf(to)]
      return first && last && (romans.indexOf(latin(from)) > 3 || romans.indexOf(latin(to)) > 3)
        ? `${first} – ${last}`
        : whole
    })
    .replace(
      /^\s*(0[1-9]|1[0-2])\s*[-–—]\s*(0[1-9]|1[0-2])\.(20\d\d)(?!\d|\.)/u,
      (_, from: string, to: string, year: string) => `${from}.${year} – ${to}.${year}`,
    )
}

function monthOf(roman: string): string | undefined {
  return monthNames.ru.alone[romans.indexOf(latin(roman))]
}

function latin(text: string): string {
  return text.replaceAll('І', 'I').replaceAll('Х', 'X')
}
