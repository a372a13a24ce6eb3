/** The sheets of the table, by which it is recognised, and their columns in order. */
export const sheetKinds = ['organisations', 'people'] as const
export type SheetKind = (typeof sheetKinds)[number]

export const sheetNames: Record<SheetKind, string> = { organisations: 'Организации', people: 'Люди' }

export const organisationColumns = [
  'id',
  'own',
  'kind',
  'parent',
  'shortName',
  'fullName',
  'inn',
  'ogrn',
  'fis-oko',
  'oktmo',
] as const
export type OrganisationColumn = (typeof organisationColumns)[number]

export const peopleColumns = [
  'id',
  'surname',
  'given',
  'patronymic',
  'position',
  'role',
  'organisation',
  'email',
  'login',
] as const
export type PeopleColumn = (typeof peopleColumns)[number]

export type ColumnName = OrganisationColumn | PeopleColumn

/** What stands over each column; the file is always in Russian, whatever the screen speaks. */
export const columnHeads: Record<ColumnName, string> = {
  id: '№ в Опоре',
  own: 'Свой код',
  kind: 'Вид',
  parent: 'Относится к',
  shortName: 'Краткое название',
  fullName: 'Полное название',
  inn: 'ИНН',
  ogrn: 'ОГРН',
  'fis-oko': 'Код ФИС ОКО',
  oktmo: 'ОКТМО',
  surname: 'Фамилия',
  given: 'Имя',
  patronymic: 'Отчество',
  position: 'Должность',
  role: 'Роль',
  organisation: 'Организация',
  email: 'E-mail',
  login: 'Имя для входа',
}

export const columnsOf = { organisations: organisationColumns, people: peopleColumns } as const

/** Without these a sheet says nothing. */
export const neededColumns = {
  organisations: ['shortName'],
  people: ['surname', 'role', 'organisation'],
} as const satisfies Record<SheetKind, readonly ColumnName[]>

/** One row of a sheet: its number in the file, and the trimmed text of each column; an absent one is empty. */
export type SheetRow<C extends ColumnName> = { row: number } & Record<C, string>
export type OrganisationRow = SheetRow<OrganisationColumn>
export type PeopleRow = SheetRow<PeopleColumn>

export type RegistryRows = { organisations: OrganisationRow[]; people: PeopleRow[] }

/** A sheet as its reader hands it over. */
export type RawSheet = { name: string; rows: { row: number; cells: string[] }[] }

/** Why a file is no such table. */
export type SheetFault = 'no-sheet' | 'no-column' | 'too-long'

export const MOST_ROWS = 25_000
