const genitives: Record<string, string> = {
  начальник: 'начальника',
  руководитель: 'руководителя',
  директор: 'директора',
  председатель: 'председателя',
  заведующий: 'заведующего',
  заведующая: 'заведующей',
}

/** «И. о. начальника управления …»; a post whose first word is not known stays as it is. */
export function actingPost(post: string): string {
  const [first = '', ...rest] = post.split(' ')
  const known = genitives[first.toLowerCase()]
  return ['И. о.', known ?? first, ...rest].filter((word) => word !== '').join(' ')
}

/** «В.С. Рябинина», as a paper is signed; a name that is no surname, name and patronymic stays as it is. */
export function signedName(name: string): string {
  const [surname, first, patronymic, ...rest] = name.trim().split(/\s+/)
  const isFull = surname && first && patronymic && rest.length === 0
  if (!isFull || !/(вич|вна|ична|инична|оглы|кызы)$/iu.test(patronymic)) return name
  return `${first.charAt(0)}.${patronymic.charAt(0)}. ${surname}`
}
