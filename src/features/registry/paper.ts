import { writeXlsx } from 'hucre/xlsx'
import { roles } from '../../kernel/actor.ts'
import { roleWords } from '../access/role-words.ts'
import {
  type ColumnName,
  columnHeads,
  columnsOf,
  type OrganisationRow,
  type PeopleRow,
  type SheetKind,
  sheetKinds,
  sheetNames,
} from './columns.ts'
import { kindNames } from './plan-organisations.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Filled = Record<string, string>
type Extra = { head: string; textOf(row: number): string }
export type PrintedRows = { organisations: readonly OrganisationRow[]; people: readonly PeopleRow[] }

const widths: Partial<Record<ColumnName, number>> = {
  id: 14,
  kind: 13,
  parent: 36,
  shortName: 34,
  fullName: 60,
  position: 26,
  role: 26,
  organisation: 34,
  email: 24,
  login: 18,
}

/** The two sheets of the register; everything is text, so that what begins with «=» stays as it was typed. */
export function registrySheets(rows: PrintedRows, extra: Partial<Record<SheetKind, Extra>> = {}): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheetKinds.map((kind) => sheetOf(kind, rows[kind], extra[kind])),
  })
}

/** Empty cells to fill, with lists to choose from and rows of people and schools that do not exist as an example. */
export function templateSheets(): Promise<Uint8Array> {
  return registrySheets({
    organisations: exampleOrganisations.map(organisationRow),
    people: examplePeople.map(peopleRow),
  })
}

const bold = { font: { bold: true }, alignment: { vertical: 'top' as const, wrapText: true } }
const plain = { alignment: { vertical: 'top' as const, wrapText: true } }
/** So far down the lists to choose from reach. */
const LISTED_ROWS = 5000

function sheetOf(kind: SheetKind, rows: readonly (OrganisationRow | PeopleRow)[], extra: Extra | undefined) {
  const columns: readonly ColumnName[] = columnsOf[kind]
  const heads = [...columns.map((column) => columnHeads[column]), ...(extra ? [extra.head] : [])]
  const lines = rows.map((row) => {
    const filled: Filled = { ...row, row: String(row.row) }
    return [...columns.map((column) => filled[column] ?? ''), ...(extra ? [extra.textOf(row.row)] : [])]
  })
  const all = [heads, ...lines]
  const cells = new Map(
    all.flatMap((line, at) =>
      line.flatMap((value, column) =>
        value === ''
          ? []
          : [[`${at},${column}`, { value, type: 'string' as const, style: at === 0 ? bold : plain }] as const],
      ),
    ),
  )
  return {
    name: sheetNames[kind],
    columns: heads.map((_, index) => ({
      width: widths[columns[index] ?? 'own'] ?? (index < columns.length ? 16 : 60),
    })),
    rows: all,
    cells,
    freezePane: { rows: 1, columns: 0 },
    dataValidations: choicesOf(kind).map(({ column, values }) => {
      const letter = String.fromCharCode(65 + columns.indexOf(column))
      return {
        type: 'list' as const,
        values,
        allowBlank: true,
        showErrorMessage: false,
        range: `${letter}2:${letter}${LISTED_ROWS}`,
      }
    }),
  }
}

function choicesOf(kind: SheetKind): { column: ColumnName; values: string[] }[] {
  if (kind === 'people') return [{ column: 'role', values: roles.map((role) => roleWords.ru[`role.${role}`]) }]
  return [{ column: 'kind', values: [kindNames.school, kindNames.institute, kindNames.authority] }]
}

const exampleOrganisations = [
  {
    own: '101',
    kind: 'школа',
    shortName: 'МБОУ «Ромашковская СОШ»',
    fullName: 'МБОУ «Ромашковская средняя общеобразовательная школа» (пример, удалите)',
  },
  {
    own: '102',
    kind: 'школа',
    shortName: 'МБОУ СОШ № 2',
    fullName: 'МБОУ «Средняя общеобразовательная школа № 2» (пример, удалите)',
  },
]
const examplePeople = [
  {
    surname: 'Берёзкина',
    given: 'Анна',
    patronymic: 'Львовна',
    position: 'директор (пример, удалите)',
    role: 'руководитель школы',
    organisation: '101',
    email: 'berezkina@school.example',
  },
  {
    surname: 'Ручейкова',
    given: 'Вера',
    patronymic: 'Олеговна',
    position: 'завуч (пример, удалите)',
    role: 'команда школы',
    organisation: 'МБОУ СОШ № 2',
  },
]

function organisationRow(filled: Partial<OrganisationRow>, index: number): OrganisationRow {
  const empty = { id: '', own: '', kind: '', parent: '', shortName: '', fullName: '', inn: '', ogrn: '', oktmo: '' }
  return { ...empty, 'fis-oko': '', ...filled, row: index + 2 }
}

function peopleRow(filled: Partial<PeopleRow>, index: number): PeopleRow {
  const empty = { id: '', surname: '', given: '', patronymic: '', position: '', role: '', organisation: '' }
  return { ...empty, email: '', login: '', ...filled, row: index + 2 }
}
