import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DataLines } from './data-lines.tsx'

type Letter = { id: string; title: string; number: string | null; pages: number }

const columns = [
  { key: 'title', head: 'Документ', cell: (one: Letter) => one.title },
  { key: 'number', head: '№', cell: (one: Letter) => one.number ?? '', foot: 'Всего 1' },
  { key: 'pages', head: 'Листов', cell: (one: Letter) => one.pages },
]
const draw = (letter: Letter) =>
  renderToStaticMarkup(
    <DataLines
      caption="Журнал"
      columns={columns}
      rows={[letter]}
      keyOf={(one) => one.id}
      onOpen={() => {}}
      openKey={undefined}
    />,
  )

test('a line names what stands in it, and a nought is something', () => {
  const drawn = draw({ id: 'a', title: 'О сроках', number: '12-о', pages: 0 })
  expect(drawn).toContain('aria-label="Журнал"')
  expect(drawn).toContain('<dt>№</dt><dd>12-о</dd>')
  expect(drawn).toContain('<dt>Листов</dt><dd>0</dd>')
  expect(drawn).toContain('Всего 1')
})

test('what is empty is left out', () => {
  expect(draw({ id: 'a', title: 'О сроках', number: null, pages: 3 })).not.toContain('№')
})
