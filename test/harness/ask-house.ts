import type { Opora } from '../../src/app/opora.ts'

/** A statement of a test's own over everything that is stored, past every scope: committed at once. */
export function askHouse<Row extends object>(
  { database }: Pick<Opora, 'database'>,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return database.transaction('read write', { kind: 'operator' }, async ({ client }) => {
    const { rows } = await client.query<Row>(text, values)
    return rows
  })
}
