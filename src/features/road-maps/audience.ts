import type { Audience } from '../../kernel/proof.ts'

/** For which participants a section is, by the words of its title. */
export function audienceOf(title: string | null): Audience {
  const words = (title ?? '').toLowerCase().replaceAll('ё', 'е')
  if (
    /(три|трех|3)(-х)? (и|или) более|на протяжении|длительн|стабильно низк|устойчиво низк|признак\p{L}* необъективн|необъективн/u.test(
      words,
    )
  ) {
    return 'persistent-or-signs'
  }
  if (/впервые|повторно|не более двух/.test(words)) return 'first-or-repeated'
  return /(^|\P{L})(все|всех|всеми|всем)(?!\p{L})/u.test(words) ? 'all' : 'unknown'
}
