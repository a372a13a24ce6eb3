import { useLanguage } from '../../../web/language.ts'

/** «мар» for the head of a column, «март 2026» for a sentence. */
export function useMonths() {
  const [language] = useLanguage()
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  return (month: string, width: 'short' | 'long'): string => {
    const [year = '2000', number = '1'] = month.split('-')
    const name = new Intl.DateTimeFormat(locale, { month: width, timeZone: 'UTC' })
      .format(Date.UTC(Number(year), Number(number) - 1, 1))
      .replace('.', '')
    return width === 'short' ? `${name} ${year.slice(2)}` : `${name} ${year}`
  }
}
