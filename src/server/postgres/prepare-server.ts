import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'

export type Names = { database: string; owner: string; app: string }

/** What stands on the server now; a role's address is told only when its password was made just now. */
export type PreparedServer = {
  version: string
  roles: { name: string; was: 'made' | 'there' | 'given a new password' }[]
  database: { name: string; was: 'made' | 'there' }
  ownerUrl: string | null
  appUrl: string | null
}

const OLDEST = 150_000

export type Passwords = 'kept' | 'new'

/** Makes the two roles and the database of an installation on a server, where they are missing; what is there is left as it is. */
export async function prepareServer(adminUrl: string, names: Names, passwords: Passwords): Promise<PreparedServer> {
  const client = await connectTo(adminUrl)
  try {
    const version = await refuseOld(client)
    await refuseWeak(client)
    const owner = await prepareRole(client, names.owner, passwords)
    const app = await prepareRole(client, names.app, passwords)
    await refuseStrongApp(client, names)
    const was = await prepareDatabase(client, names)
    return {
      version,
      roles: [
        { name: names.owner, was: owner.was },
        { name: names.app, was: app.was },
      ],
      database: { name: names.database, was },
      ownerUrl: owner.password && urlOf(adminUrl, names.owner, owner.password, names.database),
      appUrl: app.password && urlOf(adminUrl, names.app, app.password, names.database),
    }
  } finally {
    await client.end()
  }
}

/** The database that the address names may not be there yet: then the one that every server has. */
async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return client
  } catch (error) {
    const isMissing = error instanceof pg.DatabaseError && error.code === '3D000'
    const elsewhere = new URL(url)
    if (!isMissing || elsewhere.pathname === '/postgres') throw unreachable(error)
    elsewhere.pathname = '/postgres'
    return await connectTo(elsewhere.href)
  }
}

async function refuseOld(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ number: string; version: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version",
  )
  const found = rows[0]
  if (Number(found?.number) >= OLDEST) return found?.version ?? ''
  throw new CannotStart(
    `На сервере PostgreSQL ${found?.version}, а нужен 15 или новее. Обновите сервер. Ничего не изменено.`,
  )
}

async function refuseWeak(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; may: boolean }>(
    'select rolname as name, rolsuper or (rolcreaterole and rolcreatedb) as may from pg_roles where rolname = current_user',
  )
  if (rows[0]?.may) return
  throw new CannotStart(
    `Роль ${rows[0]?.name} не может создавать роли и базы. Укажите в DATABASE_OWNER_URL суперпользователя ` +
      'или роль с правами createrole и createdb. Ничего не изменено.',
  )
}

async function prepareRole(client: pg.Client, name: string, passwords: Passwords) {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name])
  if (rowCount && passwords === 'kept') return { was: 'there' as const, password: null }
  const password = randomBytes(24).toString('base64url')
  const role = pg.escapeIdentifier(name)
  if (rowCount) {
    await client.query(`alter role ${role} password ${pg.escapeLiteral(password)}`)
    return { was: 'given a new password' as const, password }
  }
  await client.query(
    `create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(password)}`,
  )
  return { was: 'made' as const, password }
}

async function refuseStrongApp(client: pg.Client, { app, owner }: Names): Promise<void> {
  const { rows } = await client.query<{ strong: boolean }>(
    "select rolsuper or rolbypassrls or pg_has_role(rolname, $2, 'member') as strong from pg_roles where rolname = $1",
    [app, owner],
  )
  if (!rows[0]?.strong) return
  throw new CannotStart(
    `Роль ${app} уже есть и сильнее, чем нужно приложению: ей была бы видна вся база. ` +
      'Назовите другую: --app ИМЯ. База не создана.',
  )
}

async function prepareDatabase(client: pg.Client, { database, owner, app }: Names): Promise<'made' | 'there'> {
  const { rows } = await client.query<{ encoding: string; owner: string }>(
    `select pg_encoding_to_char(encoding) as encoding, pg_get_userbyid(datdba) as owner
     from pg_database where datname = $1`,
    [database],
  )
  const [found] = rows
  if (found) refuseUnfit(database, found, owner)
  else await makeDatabase(client, database, owner)
  const name = pg.escapeIdentifier(database)
  await asOwner(client, owner, async () => {
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to ${pg.escapeIdentifier(app)}`)
  })
  return found ? 'there' : 'made'
}

function refuseUnfit(database: string, found: { encoding: string; owner: string }, owner: string): void {
  if (found.encoding !== 'UTF8') {
    throw new CannotStart(
      `База ${database} уже есть, но в кодировке ${found.encoding}, а нужна UTF8. ` +
        'Назовите другую (--database ИМЯ): Опора создаст её сама. Ваша база не тронута.',
    )
  }
  if (found.owner === owner) return
  throw new CannotStart(
    `База ${database} уже есть и принадлежит роли ${found.owner}, а не ${owner}. ` +
      'Назовите другую базу (--database ИМЯ) или владельца (--owner ИМЯ). Ваша база не тронута.',
  )
}

async function makeDatabase(client: pg.Client, database: string, owner: string): Promise<void> {
  await asOwner(client, owner, async () => {
    await client.query(
      `create database ${pg.escapeIdentifier(database)} owner ${pg.escapeIdentifier(owner)} encoding 'UTF8' template template0`,
    )
  })
}

/** Who is no superuser must belong to the owner to act for it; afterwards no longer. */
async function asOwner(client: pg.Client, owner: string, use: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    "select rolsuper or pg_has_role(rolname, $1, 'usage') as may from pg_roles where rolname = current_user",
    [owner],
  )
  const role = pg.escapeIdentifier(owner)
  if (rows[0]?.may) return await use()
  await client.query(`grant ${role} to current_user`)
  try {
    await use()
  } finally {
    await client.query(`revoke ${role} from current_user`)
  }
}

function urlOf(adminUrl: string, role: string, password: string, database: string): string {
  const url = new URL(adminUrl)
  url.username = encodeURIComponent(role)
  url.password = encodeURIComponent(password)
  url.pathname = `/${encodeURIComponent(database)}`
  return url.href
}

function unreachable(cause: unknown): CannotStart {
  const said = cause instanceof Error ? cause.message : String(cause)
  return new CannotStart(
    `Сервер PostgreSQL не ответил: ${said}. Проверьте адрес и пароль в DATABASE_OWNER_URL. Ничего не изменено.`,
    { cause },
  )
}
