import { invitations, memberships, people, sessions } from '../../features/access/tables.ts'
import {
  controlReleases,
  exemptions,
  proofItems,
  submissions,
  taskRecipients,
  tasks,
} from '../../features/assignments/tables.ts'
import { auditEntries, auditValues } from '../../features/audit/tables.ts'
import { documents } from '../../features/documents/tables.ts'
import { organisationCodes, organisationNames, organisations } from '../../features/organisations/tables.ts'
import { participants, programmes, variantChanges } from '../../features/programmes/tables.ts'
import {
  activities,
  activityRevisions,
  dispatches,
  roadMapRevisions,
  roadMaps,
} from '../../features/road-maps/tables.ts'
import type { Role } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { addCodes, renameDistrict } from './codes.ts'
import { addDistrict, type District } from './district.ts'
import { addOrganisation, addPerson, type Ground, type Place } from './house.ts'
import { type Ledger, openLedger, type Write } from './ledger.ts'
import { giveTasks } from './letters.ts'
import { MOST_DISTRICTS, REGION } from './names.ts'
import { addProject } from './project.ts'
import { liveYear } from './year.ts'

export type Wanted = {
  schools: number
  /** So many calendar years, the last of them being the one of `now`. */
  years: number
  seed: number
  /** Nothing has happened after it. */
  now: Date
  /** The secret token that belongs to the id of a link. */
  tokenOf(id: string): string
}

export type RegionLink = { role: Role; name: string; invitationId: Id<'invitation'> }
export type Filled = { counts: Record<string, number>; links: RegionLink[] }

/** Each table after those that it points to. */
const TABLES = [
  organisations,
  organisationNames,
  organisationCodes,
  people,
  memberships,
  invitations,
  sessions,
  documents,
  programmes,
  participants,
  variantChanges,
  roadMaps,
  roadMapRevisions,
  activities,
  activityRevisions,
  dispatches,
  tasks,
  taskRecipients,
  proofItems,
  submissions,
  controlReleases,
  exemptions,
  auditEntries,
  auditValues,
]

/** Writes a fictional region into empty tables; the same wish writes the same rows. The caller commits. */
export async function fillRegion(write: Write, { schools, years, seed, now, tokenOf }: Wanted): Promise<Filled> {
  const chance = chanceFrom(seed)
  const ledger = openLedger(write, TABLES, chance)
  const lastYear = now.getUTCFullYear()
  const begins = day(lastYear - years + 1, 1, 12)
  const ground: Ground = { chance, ledger, begins, now, tokenOf }
  const { region, links } = addRegion(ground)
  const shares = sharesOf(chance, schools)
  for (const [index, share] of shares.entries()) {
    const district = addDistrict(ground, region, { index, schools: share })
    if (index % 3 === 1) renameDistrict(ground, district.authority, { index, from: day(lastYear, 1, 1) })
    addCodes(ground, district, index)
    if (index === 0) links.push(...linksOf(district))
    for (let year = lastYear - years + 1; year <= lastYear; year++) {
      const project = addProject(ground, district, year)
      if (project) liveYear(ground, district, project)
      giveTasks(ground, district, year)
      await ledger.flush()
    }
  }
  return { counts: countsOf(ledger), links }
}

function addRegion(ground: Ground): { region: Place; links: RegionLink[] } {
  const region = addOrganisation(ground, {
    kind: 'region',
    parent: null,
    shortName: REGION.short,
    fullName: `Министерство образования ${REGION.genitive}`,
  })
  const shortName = 'ГАУ ДПО «Беломирский ИРО»'
  const fullName = `Государственное автономное учреждение дополнительного профессионального образования «Беломирский институт развития образования»`
  addOrganisation(ground, { kind: 'institute', parent: region, shortName, fullName })
  const staff: [string, Role][] = [
    ['администратор системы', 'administrator'],
    ['главный специалист министерства', 'observer'],
    ['методист института', 'regional_methodist'],
  ]
  const links = staff.map(([position, role]) => {
    const { name, invitationId } = addPerson(ground, { position, roles: [role], place: region }, 'open-link')
    return { role, name: `${name}, ${position}`, invitationId }
  })
  return { region, links }
}

function linksOf({ coordinator, head, curator, schools }: District): RegionLink[] {
  const [first] = schools
  const link = (role: Role, { name, position, invitationId }: District['head']) => ({
    role,
    name: `${name}, ${position}`,
    invitationId,
  })
  return [
    link('administrator', coordinator),
    link('municipal_coordinator', coordinator),
    link('authority_head', head),
    link('curator', curator),
    ...(first ? [link('school_head', first.director)] : []),
    ...(first?.deputy ? [link('school_team', first.deputy)] : []),
    ...(first?.teacher ? [link('teacher', first.teacher)] : []),
  ]
}

/** Districts of about twenty schools, no two quite alike; never more of them than the region has names for. */
function sharesOf(chance: Chance, schools: number): number[] {
  const count = Math.min(MOST_DISTRICTS, schools, Math.max(2, Math.round(schools / 20)))
  const weights = Array.from({ length: count }, () => 0.6 + chance.next() * 0.8)
  const sum = weights.reduce((total, one) => total + one, 0)
  const shares = weights.map((one) => Math.max(1, Math.floor((one / sum) * schools)))
  const left = schools - shares.reduce((total, one) => total + one, 0)
  return shares.map((one, index) => (index === 0 ? Math.max(1, one + left) : one))
}

function countsOf(ledger: Ledger): Record<string, number> {
  const counts = ledger.counts()
  return { ...counts, total: Object.values(counts).reduce((sum, one) => sum + one, 0) }
}
