import type { SupportVariant } from '../../src/features/programmes/programme.ts'
import { participants, programmes } from '../../src/features/programmes/tables.ts'
import {
  activities,
  activityRevisions,
  dispatches,
  roadMapRevisions,
  roadMaps,
} from '../../src/features/road-maps/tables.ts'
import { day } from '../../src/kernel/day.ts'
import { type ActivityId, newId, type ProgrammeId, type RoadMapId } from '../../src/kernel/id.ts'
import type { Parts } from '../../src/kernel/part.ts'
import type { Period } from '../../src/kernel/period.ts'
import type { Audience, ProofKind } from '../../src/kernel/proof.ts'
import type { TestApp } from './app.ts'

export type PlannedYear = {
  programmeId: ProgrammeId
  roadMapId: RoadMapId
  /** By the number of the row: `activities['1.2']`. */
  activities: Record<string, ActivityId>
}

export const february = { start: day(2024, 2, 1), end: day(2024, 2, 29) }
export const spring = { start: day(2024, 2, 1), end: day(2024, 4, 30) }
export const autumn = { start: day(2024, 9, 1), end: day(2024, 11, 30) }
export const NO_WINDOW = { start: null, end: null }

type Row = {
  number: string
  title: string
  period: Period | null
  audience?: Audience
  parts?: Partial<Parts>
  proof?: ProofKind[]
}

export const rowsOfTheYear: Row[] = [
  {
    number: '1.1',
    title: 'Распределение школ по вариантам сопровождения',
    period: periodOf({ text: 'Февраль 2024 года', windows: [february] }),
    parts: { authority: 'executes', school: 'is-informed' },
  },
  {
    number: '1.2',
    title: 'Участие в вебинарах для управленческих команд',
    period: periodOf({ text: 'Февраль – апрель, сентябрь – ноябрь 2024 года', windows: [spring, autumn] }),
  },
  {
    number: '2.1',
    title: 'Сетевые объединения учителей',
    period: periodOf({ text: 'В течение года', kind: 'ongoing' }),
    audience: 'first-or-repeated',
  },
  {
    number: '3.2',
    title: 'Адресная помощь по запросам школ',
    period: periodOf({ text: 'По запросу', kind: 'on_demand' }),
    audience: 'persistent-or-signs',
  },
  { number: '3.3', title: 'Итоговый семинар', period: null },
]

/** A project of 2024 with an approved road map; the first school is of the first variant, the last has none yet. */
export async function planYear(
  { opora, district }: Pick<TestApp, 'opora' | 'district'>,
  {
    rows = rowsOfTheYear,
    isSent = true,
    title = 'Сопровождение школ Заречного округа',
  }: { rows?: Row[]; isSent?: boolean; title?: string } = {},
): Promise<PlannedYear> {
  return opora.perform({ kind: 'operator' }, async ({ db, now }) => {
    const programmeId = newId<'programme'>()
    const roadMapId = newId<'roadMap'>()
    const revisionId = newId<'revision'>()
    const authorityId = district.authority.id
    await db.insert(programmes).values({
      id: programmeId,
      authorityId,
      title,
      year: 2024,
      startsOn: day(2024, 1, 1),
      endsOn: day(2024, 12, 31),
      createdAt: now,
    })
    await db.insert(participants).values(
      district.schools.map((school, index) => ({
        programmeId,
        organisationId: school.id,
        variant: variantOf(index, district.schools.length),
        joinedAt: now,
      })),
    )
    const map = { id: roadMapId, programmeId, ownerId: authorityId, title: 'Дорожная карта сопровождения' }
    await db.insert(roadMaps).values({ ...map, createdAt: now })
    await db
      .insert(roadMapRevisions)
      .values({ id: revisionId, roadMapId, number: 1, status: 'approved', createdAt: now, approvedAt: now })
    const known: PlannedYear['activities'] = {}
    for (const [position, row] of rows.entries()) {
      const activityId = newId<'activity'>()
      await db.insert(activities).values({ id: activityId, ownerId: authorityId, roadMapId, createdAt: now })
      await db.insert(activityRevisions).values({
        id: newId(),
        revisionId,
        activityId,
        position,
        sectionNumber: row.number.slice(0, 1),
        sectionTitle: `Раздел ${row.number.slice(0, 1)}`,
        audience: row.audience ?? 'all',
        number: row.number,
        title: row.title,
        period: row.period,
        targetGroups: [],
        heldBy: 'outside',
        proof: row.proof ?? ['outside-event', 'file'],
        parts: { authority: null, institute: null, school: 'takes-part', ...row.parts },
      })
      known[row.number] = activityId
    }
    if (isSent) {
      await db
        .insert(dispatches)
        .values(district.schools.map((school) => ({ roadMapId, organisationId: school.id, revision: 1, sentAt: now })))
    }
    return { programmeId, roadMapId, activities: known }
  })
}

function variantOf(index: number, count: number): SupportVariant {
  if (index === count - 1) return 'undefined'
  return index % 2 === 0 ? 'first-or-repeated' : 'persistent-or-signs'
}

export function periodOf(part: Partial<Period>): Period {
  return { text: '', kind: 'windows', windows: [], recurrence: null, dueDay: null, open: false, findings: [], ...part }
}
