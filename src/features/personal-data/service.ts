import { and, eq, sql } from 'drizzle-orm'
import { holds, personIdOf } from '../../kernel/actor.ts'
import { newId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { writeDocx } from '../../paper/write-docx.ts'
import { writeXlsx } from '../../paper/write-xlsx.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Download, Service, Work } from '../../server/work.ts'
import { listHeldRoles } from '../access/held-roles.service.ts'
import { closeEntry, loadPersonToManage } from '../access/people.service.ts'
import { memberships } from '../access/tables.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { type Act, actBlocks } from './act.ts'
import type { personalDataContract } from './contract.ts'
import { DESTROY_PERSON } from './jobs.ts'
import { listKept } from './kept-data.service.ts'
import { dataBlocks } from './paper.ts'
import { destructionActs } from './tables.ts'
import './words.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const NAME = 'Данные человека'

export const personalDataService: Service<typeof personalDataContract> = {
  async exportPersonData(work, { id, format }): Promise<Download> {
    const { name } = await loadOwn(work, id)
    const kept = await listKept(work, id)
    if (format === 'json') {
      const text = JSON.stringify({ person: name, at: work.now.toISOString(), kept }, null, 2)
      return { name: `${NAME}.json`, type: 'application/json', bytes: new TextEncoder().encode(text) }
    }
    const blocks = dataBlocks(name, kept)
    if (format === 'docx') return { name: `${NAME}.docx`, type: DOCX, bytes: writeDocx(blocks) }
    return { name: `${NAME}.xlsx`, type: XLSX, bytes: await writeXlsx(NAME, blocks) }
  },

  async loadPersonData(work, { id }) {
    const { name, rowVersion } = await loadOwn(work, id)
    const act = await findAct(work, id)
    const kept = await listKept(work, id)
    return {
      name,
      rowVersion,
      kept: kept.map(({ title, count }) => ({ title, count })),
      act: act ? { ...act, doneAt: act.doneAt?.toISOString() ?? null } : null,
    }
  },

  async draftDestructionAct(work, { id, ...wanted }): Promise<Download> {
    const person = await loadOwn(work, id)
    const act = await findAct(work, id)
    const isDone = act !== undefined && act.doneAt !== null
    const place = await loadPlace(work, id)
    const who: Pick<Act, 'operator' | 'subject' | 'destroyedBy' | 'destroyed'> = {
      operator: place.fullName,
      subject: isDone ? `человек № ${id}` : `${person.name}${person.position ? `, ${person.position}` : ''}`,
      destroyedBy: work.actor.kind === 'person' ? work.actor.name : '',
      destroyed: isDone ? act.destroyed : [],
    }
    const bytes = writeDocx(actBlocks({ ...wanted, ...who }))
    return { name: `Акт об уничтожении № ${wanted.number}.docx`, type: DOCX, bytes }
  },

  async destroyPersonData(work, { id, rowVersion, ...wanted }) {
    await loadOwn(work, id)
    refuseUnless(personIdOf(work.actor) !== id, 'forbidden', 'personal-data.oneself')
    refuseUnless(!(await findAct(work, id)), 'conflict', 'personal-data.destroyed-already')
    const place = await loadPlace(work, id)
    await closeEntry(work, { id, rowVersion })
    const actId = newId<'destructionAct'>()
    const [made] = await work.db
      .insert(destructionActs)
      .values({
        ...wanted,
        id: actId,
        personId: id,
        organisationId: place.id,
        orderedBy: personIdOf(work.actor),
        orderedAt: work.now,
        destroyed: [],
      })
      .onConflictDoNothing()
      .returning({ id: destructionActs.id })
    refuseUnless(made, 'conflict', 'personal-data.number-taken')
    const { number, signedOn } = wanted
    const trace = { subjectId: id, organisationId: place.id, after: { number, signedOn } }
    await record(work, { ...trace, action: 'person.destruction-ordered' })
    await work.enqueue(DESTROY_PERSON, { actId })
    return { actId }
  },
}

/** A visible person all of whose roles are in the hands of this administrator. */
async function loadOwn(work: Work, id: PersonId) {
  const person = await loadPersonToManage(work, id)
  const held = await listHeldRoles(work, [id])
  const administers = held.every((one) => holds(work.actor, ['administrator'], one))
  refuseUnless(administers, 'forbidden', 'access.administrators-only')
  return person
}

async function findAct(work: Work, id: PersonId) {
  const [act] = await work.db
    .select()
    .from(destructionActs)
    .where(and(eq(destructionActs.personId, id), visibleTo(work.actor, destructionActs)))
  return act
}

/** The highest organisation of the person within what the actor sees: whose act it is. */
async function loadPlace(work: Work, id: PersonId) {
  const [place] = await work.db
    .select({ id: organisations.id, fullName: organisations.fullName })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.personId, id), visibleTo(work.actor, organisations)))
    .orderBy(sql`length(${organisations.path})`)
    .limit(1)
  refuseUnless(place, 'missing', 'access.person-missing')
  return place
}
