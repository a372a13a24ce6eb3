/** The words as a sentence or a name begins: «нет исполнителя» becomes «Нет исполнителя». */
export function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
