const hyphenated =
  /^(?:учител\p{L}*|педагог\p{L}*|план\p{L}*|семинар\p{L}*|школ\p{L}*|мастер|онлайн|офлайн|тренинг|лекци\p{L}*|консультаци\p{L}*|интернет|чек|блиц|квест|пресс|тест|\p{L}{3,}о|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ья]|марта?|ма[йя]|августа?)$/iu

/** A word that the edge of a column broke («руководи-⏎тели») is whole again; «учителя-⏎предметники» keeps its hyphen. */
export function wholeWords(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .replace(/(?<!\p{L})(\p{L}+)[-‐]\s*\n\s*(?=\p{Ll})/gu, (_, word: string) =>
      hyphenated.test(word) ? `${word}-` : word,
    )
}
