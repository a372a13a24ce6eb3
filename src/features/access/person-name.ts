/** «Смирнова Анна Викторовна» is «Смирнова А. В.» where room is short; a name of one word stays. */
export function shortPersonName(name: string): string {
  const [surname = '', ...given] = name.trim().split(/\s+/)
  return [surname, ...given.map((one) => `${one.charAt(0).toUpperCase()}.`)].join('\u00a0')
}
