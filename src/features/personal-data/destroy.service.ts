import { eq, sql } from 'drizzle-orm'
import type { PersonId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { forgetPerson, loadNameToForget } from '../access/forget-person.service.ts'
import { eraseValues } from '../audit/erase-values.service.ts'
import { record } from '../audit/service.ts'
import { forgetLetters } from '../messages/forget.service.ts'
import { DESTROYED_NAME, type Destroyed, handlePattern, namePattern, surnamePattern } from './destruction.ts'
import { type District, loadDistrict } from './district.service.ts'
import { countInPapers, forgetInTexts } from './forget-texts.service.ts'
import { destructionActs } from './tables.ts'

type ActId = typeof destructionActs.$inferSelect.id

/**
 * Destroys what an ordered act names, all in one transaction; safe to repeat. What others recorded stays, without the
 * name. Words of signed papers stay as they are: a law of its own keeps them, and the act counts them. An act reaches over
 * its district and the person's own rows: what is written elsewhere under her name may be a namesake's.
 */
export async function destroyByAct(work: Work, actId: ActId): Promise<void> {
  const [act] = await work.db.select().from(destructionActs).where(eq(destructionActs.id, actId)).for('update')
  if (!act || act.doneAt !== null) return
  const { name, handles, isShared } = await loadNameToForget(work, act.personId)
  const district = await loadDistrict(work, act)
  const isCommon = isShared || (await isWordOfPapers(work, surnamePattern(name), district))
  const patterns = [namePattern(name, isCommon), ...handles.map(handlePattern)].filter((one) => one !== null)
  const destroyed: Destroyed[] = [
    ...(await forgetLetters(work, act.personId)),
    ...(await forgetPerson(work, act.personId, DESTROYED_NAME)),
    await eraseValues(work, { personId: act.personId, patterns, act: act.number, path: district.path }),
    await forgetAnswers(work, { personId: act.personId, patterns, district }),
    ...(await forgetInTexts(work, { personId: act.personId, patterns, district })),
  ].filter(({ count }) => count > 0)
  const papers = await countInPapers(work, { patterns, district })
  await work.db
    .update(destructionActs)
    .set({ doneAt: work.now, destroyed: [...destroyed, ...papers] })
    .where(eq(destructionActs.id, actId))
  await record(work, {
    action: 'person.destroyed',
    subjectId: act.personId,
    organisationId: act.organisationId,
    after: { number: act.number, signedOn: act.signedOn },
  })
}

type Sought = { personId: PersonId; patterns: readonly string[]; district: District }

/** Answers kept for repeats: those that she got, and those of the district's people that name her. */
async function forgetAnswers(work: Work, { personId, patterns, district }: Sought): Promise<Destroyed> {
  const { rowCount } = await work.db.execute(
    sql`delete from idempotency_key where actor = ${personId} or (
      answer::text ~ any(${sql.param([...patterns])}::text[])
      and actor in (select m.person_id::text from membership m join organisation o on o.id = m.organisation_id
        where starts_with(o.path, ${district.path})))`,
  )
  return { title: 'Ответы, сохранённые на случай повтора', count: rowCount ?? 0 }
}

/** A surname that signed papers use is a word of the language or of others too: «Школа Анна» does not take the schools away. */
async function isWordOfPapers(work: Work, surname: string | null, district: District): Promise<boolean> {
  return surname !== null && (await countInPapers(work, { patterns: [surname], district })).length > 0
}
