import pg from 'pg'
import type { Secrets } from './secrets.ts'
import { withClient } from './with-client.ts'

export const DATABASE = 'opora'
export const OWNER = 'opora_owner'
export const APP = 'opora_app'

/** Who connects, and to which of the server's databases. */
export interface Login {
  port: number
  user: string
  password: string
  database: string
}

export function urlOf({ port, user, password, database }: Login): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** Two roles and one database, made when missing: the owner migrates, the application owns nothing and gets what it is granted. */
export async function prepareRoles(port: number, secrets: Secrets): Promise<void> {
  const superuser = { port, user: 'opora_superuser', password: secrets.superuser }
  await withClient(urlOf({ ...superuser, database: 'postgres' }), async (client) => {
    await prepareRole(client, OWNER, secrets.owner)
    await prepareRole(client, APP, secrets.app)
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
    await admitOnlyApplication(client, DATABASE)
    await client.query('revoke connect on database postgres from public')
  })
}

/** The application may enter the database and see its schema; tables are granted by migrations, one by one. */
export async function admitOnlyApplication(client: pg.Client, database: string): Promise<void> {
  await client.query(`revoke all on database ${database} from public`)
  await client.query(`grant connect on database ${database} to ${APP}`)
}

/** A role that may sign in and nothing more; made when missing, its password set in any case. */
export async function prepareRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = rowCount === 0 ? 'create' : 'alter'
  await client.query(
    `${verb} role ${role} login nosuperuser nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
  )
}
