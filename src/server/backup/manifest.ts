import * as z from 'zod'

/** The archive's own format: a program refuses what is newer than it knows. */
export const FORMAT = 1

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Name = z.string().min(1).max(200)

/** The first entry of an archive: enough to say what it is, before the rest is read. */
export const Head = z.object({
  format: z.int().min(1),
  program: z.string(),
  madeAt: z.iso.datetime(),
  database: z.object({ kind: z.enum(['embedded', 'server']), version: z.string() }),
  migrations: z.array(z.object({ name: Name, sha256: Sha256 })),
})

const Table = z.object({
  name: Name,
  columns: z.array(Name),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  /** Of the rows as COPY writes them, in the order of the key: equal here and in a restored database. */
  sha256: Sha256,
})

/** The last entry: it is there only when everything before it was written whole. */
export const Manifest = Head.extend({
  tables: z.array(Table),
  sequences: z.array(z.object({ name: Name, value: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  jobs: Table,
  secretSha256: Sha256,
  files: z.array(z.object({ sha256: Sha256, size: z.int().min(0) })),
  /** Files that rows speak of and that the store had not, or had damaged: the copy is as whole as the installation was. */
  missingFiles: z.array(Sha256),
})

export type Head = z.infer<typeof Head>
export type Manifest = z.infer<typeof Manifest>
export type CopiedTable = z.infer<typeof Table>

/** Names of the archive's entries. */
export const entryNames = {
  head: 'opora.json',
  manifest: 'manifest.json',
  secret: 'link-secret',
  jobs: 'jobs',
  tables: 'tables',
  files: 'files',
} as const
