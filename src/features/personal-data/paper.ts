import { plainTable, type WrittenBlock } from '../../paper/written.ts'

type Kept = {
  title: string
  purpose: string
  retention: string
  count: number
  rows: readonly Record<string, string | null>[]
}

/** All that is kept of a person, for reading: by place, with why and how long. */
export function dataBlocks(name: string, kept: readonly Kept[]): WrittenBlock[] {
  return [
    { text: `Данные, которые хранит Опора: ${name}`, align: 'center', isBold: true },
    ...kept.flatMap(({ title, purpose, retention, count, rows }): WrittenBlock[] => [
      { text: '' },
      { text: `${title} (${count})`, isBold: true },
      { text: `Зачем: ${purpose}. Срок: ${retention}.` },
      {
        ...plainTable(
          ['№', 'Сведения'],
          rows.map((row, index) => [String(index + 1), linesOf(row)]),
        ),
        widths: [1, 15],
      },
    ]),
  ]
}

function linesOf(row: Record<string, string | null>): string {
  return Object.entries(row)
    .flatMap(([field, value]) => (value === null || value === '' ? [] : [`${field}: ${value}`]))
    .join('\n')
}
