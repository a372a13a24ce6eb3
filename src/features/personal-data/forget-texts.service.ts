import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { PersonId } from '../../kernel/id.ts'
import { actFor } from '../../server/act-for.ts'
import { describedTables, type TableRecord } from '../../server/register.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { DESTROYED_NAME, type Destroyed } from './destruction.ts'
import type { District } from './district.service.ts'
import { columnsOf } from './kept-data.service.ts'

type Sought = { personId: PersonId; patterns: readonly string[]; district: District }

/**
 * In texts that people typed the name gives way, and the rest of the sentence stays: in the texts of the district, and in
 * the person's own rows wherever they are. A namesake in another district is another person.
 */
export async function forgetInTexts(work: Work, { personId, patterns, district }: Sought): Promise<Destroyed[]> {
  const found: Destroyed[] = []
  const tables = [...describedTables().values()].filter((one) => hasTexts(one))
  const near = await actFor(work, district.actor, async (own) => {
    const counts = new Map<TableRecord, number>()
    for (const one of tables)
      counts.set(one, await replaceIn(own, one, { patterns, where: visibleTo(own.actor, one.table) }))
    return counts
  })
  for (const one of tables) {
    const whose = columnsOf(one, ['whose'])
    const own = whose.length > 0 ? await replaceIn(work, one, { patterns, where: isOf(whose, personId) }) : 0
    found.push({ title: `${one.title}: упоминания в тексте`, count: own + (near.get(one) ?? 0) })
  }
  return found
}

/** Mentions in words of signed papers that the district sees: these stay as they are. */
export function countInPapers(work: Work, { patterns, district }: Omit<Sought, 'personId'>): Promise<Destroyed[]> {
  return actFor(work, district.actor, async (own) => {
    const found: Destroyed[] = []
    for (const one of describedTables().values()) {
      for (const column of columnsOf(one, ['document'])) {
        const { rows } = await own.db.execute<{ count: number }>(sql`select count(*)::int as count
          from ${sql.identifier(getTableName(one.table))}
          where ${visibleTo(own.actor, one.table)}
            and ${sql.identifier(column.name)}::text ~ any(${sql.param([...patterns])}::text[])`)
        const count = rows[0]?.count ?? 0
        if (count > 0) found.push({ title: `Оставлено в словах подписанных документов: ${one.title}`, count })
      }
    }
    return found
  })
}

async function replaceIn(
  work: Work,
  one: TableRecord,
  { patterns, where }: { patterns: readonly string[]; where: SQL },
): Promise<number> {
  let count = 0
  for (const column of textsOf(one)) {
    for (const pattern of patterns) {
      const field = sql.identifier(column.name)
      const { rowCount } = await work.db.execute(sql`update ${sql.identifier(getTableName(one.table))}
        set ${field} = regexp_replace(${field}::text, ${pattern}, ${DESTROYED_NAME}, 'g')::${sql.raw(column.getSQLType())}
        where ${where} and ${field}::text ~ ${pattern}`)
      count += rowCount ?? 0
    }
  }
  return count
}

function hasTexts(one: TableRecord): boolean {
  const name = getTableName(one.table)
  return name !== 'person' && !name.startsWith('audit_') && textsOf(one).length > 0
}

function textsOf(one: TableRecord): PgColumn[] {
  return columnsOf(one, ['personal', 'words']).filter((column) => ['text', 'jsonb'].includes(column.getSQLType()))
}

function isOf(whose: readonly PgColumn[], personId: PersonId): SQL {
  return sql`(${sql.join(
    whose.map((column) => sql`${column}::text = ${personId}`),
    sql` or `,
  )})`
}
