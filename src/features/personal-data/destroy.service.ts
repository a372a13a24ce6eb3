import { eq, getTableName, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { describedTables } from '../../server/register.ts'
import type { Work } from '../../server/work.ts'
import { forgetPerson, loadNameToForget } from '../access/forget-person.service.ts'
import { eraseValues } from '../audit/erase-values.service.ts'
import { record } from '../audit/service.ts'
import { DESTROYED_NAME, type Destroyed, handlePattern, namePattern, surnamePattern } from './destruction.ts'
import { columnsOf } from './kept-data.service.ts'
import { destructionActs } from './tables.ts'

type ActId = typeof destructionActs.$inferSelect.id

/**
 * Destroys what an ordered act names, all in one transaction; safe to repeat. What others recorded stays, without the
 * name. Words of signed papers stay as they are: a law of its own keeps them, and the act counts them.
 */
export async function destroyByAct(work: Work, actId: ActId): Promise<void> {
  const [act] = await work.db.select().from(destructionActs).where(eq(destructionActs.id, actId)).for('update')
  if (!act || act.doneAt !== null) return
  const { name, handles, isShared } = await loadNameToForget(work, act.personId)
  const isCommon = isShared || (await isWordOfPapers(work, surnamePattern(name)))
  const patterns = [namePattern(name, isCommon), ...handles.map(handlePattern)].filter((one) => one !== null)
  const destroyed: Destroyed[] = [
    ...(await forgetPerson(work, act.personId, DESTROYED_NAME)),
    await eraseValues(work, { subjectId: act.personId, patterns, act: act.number }),
    await forgetAnswers(work, act.personId, patterns),
    ...(await forgetInTexts(work, patterns)),
  ].filter(({ count }) => count > 0)
  const papers = await countInPapers(work, patterns)
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

/** Answers kept for repeats: those that she got, and those that name her. */
async function forgetAnswers(work: Work, personId: string, patterns: readonly string[]): Promise<Destroyed> {
  const { rowCount } = await work.db.execute(
    sql`delete from idempotency_key where actor = ${personId} or answer::text ~ any(${sql.param([...patterns])}::text[])`,
  )
  return { title: 'Ответы, сохранённые на случай повтора', count: rowCount ?? 0 }
}

/** In texts that people typed the name gives way, and the rest of the sentence stays. */
async function forgetInTexts(work: Work, patterns: readonly string[]): Promise<Destroyed[]> {
  const found: Destroyed[] = []
  for (const one of describedTables().values()) {
    const name = getTableName(one.table)
    if (name === 'person' || name.startsWith('audit_')) continue
    let count = 0
    for (const column of columnsOf(one, ['personal', 'words']).filter(isText)) {
      for (const pattern of patterns) {
        const field = sql.identifier(column.name)
        const { rowCount } = await work.db.execute(sql`update ${sql.identifier(name)}
          set ${field} = regexp_replace(${field}::text, ${pattern}, ${DESTROYED_NAME}, 'g')::${sql.raw(column.getSQLType())}
          where ${field}::text ~ ${pattern}`)
        count += rowCount ?? 0
      }
    }
    found.push({ title: `${one.title}: упоминания в тексте`, count })
  }
  return found
}

async function countInPapers(work: Work, patterns: readonly string[]): Promise<Destroyed[]> {
  const found: Destroyed[] = []
  for (const one of describedTables().values()) {
    for (const column of columnsOf(one, ['document'])) {
      const { rows } = await work.db.execute<{ count: number }>(sql`select count(*)::int as count
        from ${sql.identifier(getTableName(one.table))}
        where ${sql.identifier(column.name)}::text ~ any(${sql.param([...patterns])}::text[])`)
      const count = rows[0]?.count ?? 0
      if (count > 0) found.push({ title: `Оставлено в словах подписанных документов: ${one.title}`, count })
    }
  }
  return found
}

/** A surname that signed papers use is a word of the language or of others too: «Школа Анна» does not take the schools away. */
async function isWordOfPapers(work: Work, surname: string | null): Promise<boolean> {
  return surname !== null && (await countInPapers(work, [surname])).length > 0
}

function isText(column: PgColumn): boolean {
  return ['text', 'jsonb'].includes(column.getSQLType())
}
