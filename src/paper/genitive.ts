const bodies: Record<string, string> = {
  управление: 'Управления',
  отдел: 'Отдела',
  комитет: 'Комитета',
  департамент: 'Департамента',
  министерство: 'Министерства',
  администрация: 'Администрации',
}

/** «Управления образования …»: the name of a body as it stands after «приказом»; one that is not known stays as it is. */
export function genitiveOf(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  const changed = bodies[first.toLowerCase()]
  return changed === undefined ? name : [changed, ...rest].join(' ')
}
