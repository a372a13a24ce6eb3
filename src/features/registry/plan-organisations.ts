import type { OrganisationId } from '../../kernel/id.ts'
import { inOneLine } from '../../paper/paper.ts'
import { type CodeScheme, codeFault, codeSchemes, plainCode } from '../organisations/code.ts'
import { comparableName, mayStandBelow, type OrganisationKind } from '../organisations/organisation.ts'
import type { OrganisationColumn, OrganisationRow } from './columns.ts'
import type { CellChange, Entry, Fault } from './preview.ts'

export type Codes = Partial<Record<CodeScheme, string>>

/** An organisation that the importer sees. */
export type KnownOrganisation = {
  id: OrganisationId
  kind: OrganisationKind
  parentId: OrganisationId | null
  shortName: string
  fullName: string
  isClosed: boolean
  /** May the importer change it, and put others below it? */
  isOwn: boolean
  codes: Codes
}

/** Where it is to stand: below a known one, or below one of an earlier or later row of the same file. */
export type ParentOf = { id: OrganisationId } | { row: number }

export type PlannedOrganisation = Entry & {
  sheet: 'organisations'
  target: KnownOrganisation | null
  kind: OrganisationKind
  parent: ParentOf | null
  shortName: string
  fullName: string
  codes: Codes
}

export const kindNames = { school: 'школа', authority: 'управление', institute: 'институт', region: 'регион' } as const

/** Schemes that tell one organisation from another, the surest first; the territory's code tells none. */
const telling = ['own', 'fis-oko', 'ogrn', 'inn'] as const

/** What the sheet of organisations would do: rows are matched by number, by codes, then by name below the parent. */
export function planOrganisations(
  rows: readonly OrganisationRow[],
  known: readonly KnownOrganisation[],
): PlannedOrganisation[] {
  const house = houseOf(known)
  const named = new Map(rows.map((row) => [row, namesIn(row)]))
  const taken = new Map<string, number>()
  const byName = new Map(
    rows
      .toReversed()
      .flatMap((row) => [row.shortName, row.fullName, row.own].map((name) => [comparableName(name), row])),
  )
  return rows.map((row) => {
    const faults: Fault[] = []
    const fault = (column: OrganisationColumn, code: Fault['code'], said = '') => faults.push({ column, code, said })
    const codes = codesOf(row, fault)
    const wantedKind = kindOf(row.kind)
    if (row.kind !== '' && wantedKind === null) fault('kind', 'kind-unknown', row.kind)
    const said = parentOf(row, { house, byName, fault })
    const target = targetOf(row, { house, codes, parent: said, fault })
    // An empty cell leaves what stands where it stands.
    const parent = row.parent === '' && target ? null : said
    const kind = target?.kind ?? wantedKind ?? 'school'
    const names = named.get(row) ?? namesIn(row)
    const shortName = names.shortName || (target?.shortName ?? '')
    const fullName = names.fullName || target?.fullName || shortName
    if (shortName.length < 2) fault('shortName', 'name-missing')
    if (target && wantedKind && target.kind !== wantedKind) fault('kind', 'kind-differs', kindNames[target.kind])
    if (target?.isClosed) fault('shortName', 'closed')
    if (target && !target.isOwn) fault('shortName', 'not-yours')
    refuseUnfitParent(parent, { kind, target, house, rows, fault })
    const key = target ? target.id : `${parentKey(parent)} ${comparableName(fullName)}`
    const earlier = taken.get(key)
    if (earlier !== undefined) fault('shortName', 'named-twice', String(earlier))
    taken.set(key, row.row)
    const wish = { target, kind, parent, shortName, fullName, codes }
    const changes = target ? changesOf(wish, house) : []
    const verdict = faults.length > 0 ? 'wrong' : !target ? 'added' : changes.length > 0 ? 'changed' : 'same'
    return { sheet: 'organisations', row: row.row, name: shortName, verdict, changes, faults, asks: null, ...wish }
  })
}

type Say = (column: OrganisationColumn, code: Fault['code'], said?: string) => void

type House = {
  all: readonly KnownOrganisation[]
  byId: ReadonlyMap<string, KnownOrganisation>
  byCode: ReadonlyMap<string, KnownOrganisation[]>
  byName: ReadonlyMap<string, KnownOrganisation[]>
}

/** Everything by which a row may name an organisation, looked up once. */
export function houseOf(known: readonly KnownOrganisation[]): House {
  const [byCode, byName] = [new Map<string, KnownOrganisation[]>(), new Map<string, KnownOrganisation[]>()]
  const put = (map: Map<string, KnownOrganisation[]>, key: string, one: KnownOrganisation) => {
    const list = map.get(key)
    if (list) list.push(one)
    else map.set(key, [one])
  }
  for (const one of known) {
    for (const scheme of telling) if (one.codes[scheme]) put(byCode, `${scheme} ${one.codes[scheme]}`, one)
    for (const name of new Set([one.shortName, one.fullName].map(comparableName))) put(byName, name, one)
  }
  return { all: known, byId: new Map(known.map((one) => [one.id, one])), byCode, byName }
}

/** Whom a cell of another row means: a number in Opora, a code, or a name; several where nothing tells them apart. */
export function meantBy(text: string, { byId, byCode, byName }: House): readonly KnownOrganisation[] {
  const own = byId.get(text.toLowerCase())
  if (own) return [own]
  for (const scheme of telling) {
    const found = byCode.get(`${scheme} ${plainCode(text)}`)
    if (found) return found
  }
  const named = byName.get(comparableName(text)) ?? []
  const standing = named.filter((one) => !one.isClosed)
  return standing.length > 0 ? standing : named
}

function namesIn({ shortName, fullName }: OrganisationRow) {
  return { shortName: shortName || fullName, fullName: fullName || '' }
}

function codesOf(row: OrganisationRow, fault: Say): Codes {
  const codes: Codes = {}
  for (const scheme of codeSchemes) {
    const value = plainCode(row[scheme])
    if (value === '') continue
    if (codeFault(scheme, value)) fault(scheme, 'code-wrong', value)
    codes[scheme] = value
  }
  return codes
}

function kindOf(text: string): OrganisationKind | null {
  const said = comparableName(text)
  if (/^(школа|оо|сош)/.test(said)) return 'school'
  if (/^(управление|моуо|орган|муниципалитет|отдел|департамент)/.test(said)) return 'authority'
  if (/^институт/.test(said)) return 'institute'
  return /^(регион|министерство)/.test(said) ? 'region' : null
}

type Sought = { house: House; byName: ReadonlyMap<string, OrganisationRow>; fault: Say }

/** Empty: below the importer's own, where that is one. */
function parentOf(row: OrganisationRow, { house, byName, fault }: Sought): ParentOf | null {
  if (row.parent === '') {
    const roots = house.all.filter((one) => one.isOwn && isTop(one, house) && one.kind !== 'school')
    const [root] = roots
    return root && roots.length === 1 ? { id: root.id } : null
  }
  const meant = meantBy(row.parent, house)
  const [found, second] = meant
  if (second) fault('parent', 'parent-of-several', row.parent)
  if (found) return { id: found.id }
  const below = byName.get(comparableName(row.parent))
  if (below && below !== row) return { row: below.row }
  fault('parent', 'parent-unknown', row.parent)
  return null
}

function isTop({ parentId }: KnownOrganisation, { byId }: House): boolean {
  const above = parentId === null ? undefined : byId.get(parentId)
  return !above?.isOwn
}

type Matching = { house: House; codes: Codes; parent: ParentOf | null; fault: Say }

function targetOf(row: OrganisationRow, { house, codes, parent, fault }: Matching): KnownOrganisation | null {
  if (row.id !== '') {
    const found = house.byId.get(row.id.toLowerCase()) ?? null
    if (!found) fault('id', 'id-unknown', row.id)
    return found
  }
  const meant = new Set<KnownOrganisation>()
  for (const scheme of telling) {
    const found = codes[scheme] ? (house.byCode.get(`${scheme} ${codes[scheme]}`) ?? []) : []
    if (found.length > 1) fault(scheme, 'code-of-several', codes[scheme])
    for (const one of found) meant.add(one)
  }
  const [byCode] = meant
  if (meant.size > 1) fault('own', 'codes-disagree', [...meant].map((one) => one.shortName).join('; '))
  if (byCode) return byCode
  const names = [row.fullName, row.shortName].filter((name) => name !== '').map(comparableName)
  const named = names.flatMap((name) => house.byName.get(name) ?? []).filter((one) => !one.isClosed)
  const here = named.filter((one) => parent !== null && 'id' in parent && one.parentId === parent.id)
  const itself = named.find((one) => row.parent === '' && (parent === null || ('id' in parent && one.id === parent.id)))
  return here[0] ?? itself ?? null
}

type Fitting = {
  kind: OrganisationKind
  target: KnownOrganisation | null
  house: House
  rows: readonly OrganisationRow[]
  fault: Say
}

function refuseUnfitParent(parent: ParentOf | null, { kind, target, house, rows, fault }: Fitting): void {
  if (parent === null) {
    if (!target) fault('parent', 'parent-unknown')
    return
  }
  if (target && 'id' in parent && parent.id === target.parentId) return
  if ('row' in parent) {
    const above = rows.find((one) => one.row === parent.row)
    const kindAbove = above ? (kindOf(above.kind) ?? 'school') : 'school'
    if (!mayStandBelow(kind, kindAbove)) fault('parent', 'parent-unfit', kindNames[kindAbove])
    return
  }
  const above = house.byId.get(parent.id)
  if (!above) return
  if (!mayStandBelow(kind, above.kind)) fault('parent', 'parent-unfit', kindNames[above.kind])
  else if (!above.isOwn) fault('parent', 'not-yours')
  else if (above.isClosed) fault('parent', 'closed')
}

function parentKey(parent: ParentOf | null): string {
  if (parent === null) return ''
  return 'id' in parent ? parent.id : `row ${parent.row}`
}

type Wish = Pick<PlannedOrganisation, 'target' | 'parent' | 'shortName' | 'fullName' | 'codes'>

/** Only what the file says: an empty cell leaves what is. */
function changesOf({ target, parent, shortName, fullName, codes }: Wish, { byId }: House): CellChange[] {
  if (!target) return []
  const changes: CellChange[] = []
  const note = (column: OrganisationColumn, before: string, after: string) => {
    if (inOneLine(before) !== inOneLine(after)) changes.push({ column, before, after })
  }
  const nameOf = (id: OrganisationId | null) => (id ? (byId.get(id)?.shortName ?? '') : '')
  if (parent && 'id' in parent && parent.id !== target.parentId) {
    note('parent', nameOf(target.parentId), nameOf(parent.id))
  }
  if (parent && 'row' in parent) note('parent', nameOf(target.parentId), `строка ${parent.row}`)
  note('shortName', target.shortName, shortName)
  note('fullName', target.fullName, fullName)
  for (const scheme of codeSchemes) if (codes[scheme]) note(scheme, target.codes[scheme] ?? '', codes[scheme])
  return changes
}
