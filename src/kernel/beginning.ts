/** The first so many characters of a text; never half of one, which the database would refuse. */
export function beginningOf(text: string, most: number): string {
  return [...text].slice(0, most).join('')
}

/** The last so many characters of a text, all of them whole. */
export function endOf(text: string, most: number): string {
  return [...text].slice(-most).join('')
}
