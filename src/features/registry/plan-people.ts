import { type Role, roles } from '../../kernel/actor.ts'
import type { OrganisationId, PersonId } from '../../kernel/id.ts'
import { inOneLine } from '../../paper/paper.ts'
import { rolesFor } from '../access/access.ts'
import { roleWords } from '../access/role-words.ts'
import { comparableName, type OrganisationKind } from '../organisations/organisation.ts'
import type { PeopleColumn, PeopleRow } from './columns.ts'
import { houseOf, type KnownOrganisation, meantBy, type PlannedOrganisation } from './plan-organisations.ts'
import type { CellChange, Entry, Fault, NamesakeAnswers } from './preview.ts'

/** A person whom the importer sees, with the roles in force. */
export type KnownPerson = {
  id: PersonId
  name: string
  position: string
  login: string | null
  email: string | null
  hasPassword: boolean
  /** May the importer change her? */
  isOwn: boolean
  roles: { role: Role; organisationId: OrganisationId }[]
}

/** The organisation of a role: known already, or made by a row of the same file. */
export type PlaceOf = { id: OrganisationId } | { row: number }

export type PlannedPerson = Entry & {
  sheet: 'people'
  target: KnownPerson | null
  /** A person made by an earlier row, who gets this role as well. */
  sameAsRow: number | null
  fullName: string
  position: string
  email: string | null
  login: string | null
  role: Role | null
  place: PlaceOf | null
}

export type Surroundings = {
  people: readonly KnownPerson[]
  organisations: readonly KnownOrganisation[]
  /** What the sheet of organisations beside it makes. */
  planned: readonly PlannedOrganisation[]
  /** Logins of people whom the importer does not see are taken as well. */
  foreignLogins: ReadonlySet<string>
  answers: NamesakeAnswers
  /** May the importer give this role there, or in what stands below it? */
  mayGive(role: Role, organisation: KnownOrganisation): boolean
}

/** What the sheet of people would do: matched by number, sign-in name, then name with place; a mere namesake is a question. */
export function planPeople(rows: readonly PeopleRow[], around: Surroundings): PlannedPerson[] {
  const folk = folkOf(around.people)
  const house = houseOf(around.organisations)
  const fresh = freshBy(around.planned)
  const anchor = anchorsOf(around)
  const earlier = new Map<string, PlannedPerson[]>()
  const logins = new Map<string, number>()
  return rows.map((row) => {
    const faults: Fault[] = []
    const say: Say = (column, code, said = '') => faults.push({ column, code, said })
    const fullName = [row.surname, row.given, row.patronymic].filter((part) => part !== '').join(' ')
    if (row.surname === '') say('surname', 'surname-missing')
    const role = roleOf(row.role)
    if (role === null) say('role', 'role-unknown', row.role)
    const where = placeOf(row.organisation, { house, fresh, anchor, say })
    if (role && where && !rolesFor(where.kind).includes(role))
      say('role', 'role-not-here', roleWords.ru[`role.${role}`])
    if (role && where && !(where.judgedBy && around.mayGive(role, where.judgedBy))) say('organisation', 'not-yours')
    const email = emailOf(row.email, say)
    const login = row.login === '' ? null : row.login.toLowerCase()
    if (login !== null && login.length < 3) say('login', 'login-short')

    const key = comparableName(fullName)
    const before = earlier.get(key) ?? []
    const match = matchOf({ row, key, login, role, place: where?.place ?? null }, { folk, before, around })
    if (match.unknownId) say('id', 'id-unknown', row.id)
    if (match.target && !match.target.isOwn) say('surname', 'not-yours')
    if (match.isRepeat) say('surname', 'named-twice', String(match.sameAsRow))
    const owner = login === null ? undefined : folk.byLogin.get(login)
    const isTaken =
      login !== null && (around.foreignLogins.has(login) || (owner !== undefined && owner !== match.target))
    if (isTaken) say('login', 'login-taken', login)
    const firstRow = login === null ? undefined : logins.get(login)
    if (firstRow !== undefined && firstRow !== match.sameAsRow) say('login', 'login-taken', login ?? '')
    if (login !== null && firstRow === undefined) logins.set(login, row.row)

    const wish = { fullName, position: row.position, email, login, role, place: where?.place ?? null }
    const { target, sameAsRow, asks } = match
    const changes = target ? changesOf(target, wish, row) : []
    const verdict =
      faults.length > 0 ? 'wrong' : asks ? 'question' : !target ? 'added' : changes.length > 0 ? 'changed' : 'same'
    const entry: PlannedPerson = {
      ...{ sheet: 'people', row: row.row, name: fullName, verdict, changes, faults, asks },
      ...{ target, sameAsRow, ...wish },
    }
    earlier.set(key, [...before, entry])
    return entry
  })
}

type Say = (column: PeopleColumn, code: Fault['code'], said?: string) => void

type Folk = {
  byId: ReadonlyMap<string, KnownPerson>
  byLogin: ReadonlyMap<string, KnownPerson>
  byName: ReadonlyMap<string, KnownPerson[]>
}

function folkOf(people: readonly KnownPerson[]): Folk {
  const byName = new Map<string, KnownPerson[]>()
  for (const one of people) {
    const key = comparableName(one.name)
    const list = byName.get(key)
    if (list) list.push(one)
    else byName.set(key, [one])
  }
  return {
    byId: new Map(people.map((one) => [one.id, one])),
    byLogin: new Map(people.flatMap((one) => (one.login ? [[one.login, one] as const] : []))),
    byName,
  }
}

const roleNames = new Map(roles.map((role) => [comparableName(roleWords.ru[`role.${role}`]), role]))
const otherRoleNames: Record<string, Role> = {
  директор: 'school_head',
  'руководитель оо': 'school_head',
  координатор: 'municipal_coordinator',
  руководитель: 'authority_head',
  'начальник управления': 'authority_head',
  наблюдатель: 'observer',
}

function roleOf(text: string): Role | null {
  const said = comparableName(text)
  return roleNames.get(said) ?? otherRoleNames[said] ?? null
}

/** Organisations that the same file makes, by what its rows of people may call them. */
function freshBy(planned: readonly PlannedOrganisation[]): Map<string, PlannedOrganisation[]> {
  const fresh = new Map<string, PlannedOrganisation[]>()
  for (const one of planned) {
    if (one.target !== null) continue
    for (const key of new Set([one.shortName, one.fullName, one.codes.own ?? ''].map(comparableName))) {
      const list = fresh.get(key)
      if (list) list.push(one)
      else fresh.set(key, [one])
    }
  }
  return fresh
}

/** The known organisation at or above a row of the file: whoever may give a role there may give it in what the row makes. */
function anchorsOf({ organisations, planned }: Surroundings): (made: PlannedOrganisation) => KnownOrganisation | null {
  const known = new Map(organisations.map((one) => [one.id, one]))
  const rows = new Map(planned.map((one) => [one.row, one]))
  return (made) => {
    const passed = new Set<PlannedOrganisation>()
    for (let one: PlannedOrganisation | undefined = made; one && !passed.has(one); ) {
      passed.add(one)
      if (one.target) return one.target
      if (one.parent === null) return null
      if ('id' in one.parent) return known.get(one.parent.id) ?? null
      one = rows.get(one.parent.row)
    }
    return null
  }
}

/** `judgedBy`: where the right to give a role there is asked. */
type Where = { place: PlaceOf; kind: OrganisationKind; judgedBy: KnownOrganisation | null }
type Sought = {
  house: ReturnType<typeof houseOf>
  fresh: ReadonlyMap<string, PlannedOrganisation[]>
  anchor: ReturnType<typeof anchorsOf>
  say: Say
}

function placeOf(text: string, { house, fresh, anchor, say }: Sought): Where | null {
  if (text === '') {
    say('organisation', 'organisation-unknown')
    return null
  }
  const [made, other] = fresh.get(comparableName(text)) ?? []
  const [found, second] = meantBy(text, house)
  if (second || other || (found && made)) say('organisation', 'organisation-of-several', text)
  if (found) return { place: { id: found.id }, kind: found.kind, judgedBy: found }
  if (made?.verdict === 'wrong') say('organisation', 'organisation-wrong', String(made.row))
  if (made) return { place: { row: made.row }, kind: made.kind, judgedBy: anchor(made) }
  say('organisation', 'organisation-unknown', text)
  return null
}

function emailOf(text: string, say: Say): string | null {
  if (text === '') return null
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) say('email', 'email-wrong', text)
  return text
}

type Seen = { row: PeopleRow; key: string; login: string | null; role: Role | null; place: PlaceOf | null }
type Match = {
  target: KnownPerson | null
  sameAsRow: number | null
  asks: string | null
  isRepeat: boolean
  unknownId: boolean
}

const nobody: Match = { target: null, sameAsRow: null, asks: null, isRepeat: false, unknownId: false }

function matchOf(seen: Seen, around: { folk: Folk; before: PlannedPerson[]; around: Surroundings }): Match {
  const { row, key, login, role, place } = seen
  const { folk, before } = around
  const answer = around.around.answers[row.row]
  if (row.id !== '') {
    const target = folk.byId.get(row.id.toLowerCase()) ?? null
    return target ? { ...nobody, target } : { ...nobody, unknownId: true }
  }
  const byLogin = login === null ? undefined : folk.byLogin.get(login)
  if (byLogin) return { ...nobody, target: byLogin }
  const same = before.find((one) => one.role === role && isSamePlace(one.place, place) && one.login === login)
  if (same) return { ...nobody, target: same.target, sameAsRow: same.row, isRepeat: true }
  const byName = (folk.byName.get(key) ?? []).filter((one) => login === null || one.login === null)
  const here = byName.filter(
    (one) => place && 'id' in place && one.roles.some((held) => held.role === role && held.organisationId === place.id),
  )
  const [only, second] = here
  if (only && !second) return { ...nobody, target: only }
  const [namesake] = byName
  if (namesake) {
    if (answer === 'another') return nobody
    if (answer === 'same') return { ...nobody, target: namesake }
    return { ...nobody, asks: placesOf(namesake, around.around.organisations) }
  }
  const twin = before.find((one) => one.login === null || login === null || one.login === login)
  if (!twin || answer === 'another') return nobody
  const isTold = answer === 'same' || (login !== null && twin.login === login)
  if (isTold) return { ...nobody, target: twin.target, sameAsRow: twin.target ? null : twin.row }
  return { ...nobody, asks: `строка ${twin.row}` }
}

function isSamePlace(one: PlaceOf | null, other: PlaceOf | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function placesOf(person: KnownPerson, organisations: readonly KnownOrganisation[]): string {
  const names = person.roles.flatMap(({ organisationId }) => {
    const found = organisations.find((one) => one.id === organisationId)
    return found ? [found.shortName] : []
  })
  return [...new Set(names)].join(', ') || person.position || '…'
}

type Wish = Pick<PlannedPerson, 'fullName' | 'position' | 'email' | 'login' | 'role' | 'place'>

function changesOf(target: KnownPerson, wish: Wish, row: PeopleRow): CellChange[] {
  const changes: CellChange[] = []
  const note = (column: PeopleColumn, before: string, after: string) => {
    if (after !== '' && inOneLine(before) !== inOneLine(after)) changes.push({ column, before, after })
  }
  note('surname', target.name, wish.fullName)
  note('position', target.position, wish.position)
  note('email', target.email ?? '', wish.email ?? '')
  // Whoever has a password keeps the name that she signs in by.
  if (!target.hasPassword) note('login', target.login ?? '', wish.login ?? '')
  const { role, place } = wish
  const isHeld =
    place !== null && 'id' in place && target.roles.some((one) => one.role === role && one.organisationId === place.id)
  if (role && place && !isHeld) changes.push({ column: 'role', before: '', after: `${row.role}: ${row.organisation}` })
  return changes
}
