import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { writeXlsx } from './write-xlsx.ts'
import { plainTable } from './written.ts'

test('a table is printed on A4 with all its columns on one page, and its head on each', async () => {
  const table = plainTable(['№', 'О чём'], [['1', 'О сопровождении школ']])
  const { sheets } = await readXlsx(await writeXlsx('Журнал', [{ text: 'Журнал документов' }, table]))
  const onPage = { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  expect(sheets[0]?.pageSetup).toMatchObject({ ...onPage, printTitlesRow: '$2:$2' })
})

test('a table without a head repeats nothing', async () => {
  const { sheets } = await readXlsx(await writeXlsx('Слова', [{ text: 'Одна строка' }]))
  expect(sheets[0]?.pageSetup?.printTitlesRow).toBeUndefined()
})
