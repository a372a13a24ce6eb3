const infinitive = /(?:^|\s)\p{L}\p{Ll}*(?:ать|ять|ить|еть|уть|ыть|оть|сти|зти|чь)(?:ся)?(?!\p{L})/u
/** «Директорам», «Методисту», «Методическому кабинету», «МКУ «Цифра»»: whom a task addresses. */
const addressed = /^(?:\p{Lu}\p{L}*(?:ам|ям|у|ю|ому|ему|ой|ей|ым|им|е)|\p{Lu}{2,})(?!\p{L})/u
const advised = /^(?:рекомендовать|поручить|предложить)\s+(?=\p{L})/iu

/** «Директорам школ провести …», «Рекомендовать МО МВД … провести …»: who is told to do what. */
export function partedTask(task: string): { executors: string; title: string } {
  const advice = advised.exec(task)?.[0] ?? ''
  const rest = task.slice(advice.length)
  const verb = infinitive.exec(rest)
  if (advice === '' && !addressed.test(task)) return { executors: '', title: task }
  if (!verb) return advice === '' ? { executors: bareName(task), title: task } : { executors: '', title: task }
  return { executors: bareName(rest.slice(0, verb.index)), title: rest.slice(verb.index).trim() }
}

export function hasTask(text: string): boolean {
  return infinitive.test(text)
}

function bareName(text: string): string {
  return text.replace(/[\s,;:–-]+$/, '').trim()
}
