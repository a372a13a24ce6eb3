/** «Управление культуры, спорта и молодёжной политики»: what follows the comma still depends on the first noun. */
export function dependsOn(last: string, piece: string): boolean {
  if (!/^\p{Ll}/u.test(piece)) return false
  const governs = /^(?:отдел|управлени|комитет|департамент|министерств|служб|центр|сектор)/iu.test(last)
  if (governs && !/\(/.test(last)) return isGenitive(piece)
  return /^(?:учител|педагог|преподавател)\p{L}*\s+\p{Ll}/iu.test(last) && isSubject(piece)
}

const genitive = /(?:ой|ого|его|ых|их|ии|[ае]ния|ства)$/u

/** Its first word, or the one behind «и», can be nothing but a genitive. */
function isGenitive(piece: string): boolean {
  const [first = ''] = piece.split(' ')
  const joined = /\sи\s+(\p{L}+)/u.exec(piece)?.[1] ?? ''
  return genitive.test(joined) || (genitive.test(first) && !/^[^\s]+$/u.test(piece))
}

const subject =
  /^(?:русск|родн|иностранн|английск|немецк|математик|алгебр|геометри|физик|хими|биологи|истори|географи|информатик|литератур|технологи|музык|обществознани|изо(?!\p{L})|искусств|физическ|физкультур|обж|астрономи|эконом|прав[ао]|начальн|нем(?!\p{L}))/iu

function isSubject(piece: string): boolean {
  return subject.test(piece)
}

/** «отв. Смирнова О.Л.», «Ответственный: …», «… – отв.» say no more than the head of the column. */
export function withoutLabel(text: string): string {
  return text
    .replace(/^(?:отв(?:етственн\p{L}+)?\.?\s*[:–—-]\s*)/iu, '')
    .replace(/^[Оо]тв\.\s*(?=\p{Lu})/u, '')
    .replace(/\s*[–—-]\s*отв(?:етственн\p{L}+)?\.?$/iu, '')
    .replace(/^(?:совместно\s+со?|при\s+участии|при\s+поддержке|с\s+привлечением|с\s+участием)\s+/iu, '')
}
