import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Marked } from './marked.tsx'

test('what is gone and what takes its place do not run into one word', () => {
  const shown = renderToStaticMarkup(<Marked before="февраль–март 2026" after="март 2026" />)
  expect(shown).toBe('<del>февраль–март</del> <ins>март</ins><span> 2026</span>')
})

test('a space that stands there already stays the only one', () => {
  const shown = renderToStaticMarkup(<Marked before="по трудным темам и работе" after="по чтению и работе" />)
  expect(shown.replaceAll(/<[^>]+>/g, '')).not.toContain('  ')
})
