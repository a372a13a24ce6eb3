import type { Io } from '../cli/commands.ts'
import { CannotStart } from '../server/cannot-start.ts'
import { type PreparedServer, prepareServer } from '../server/postgres/prepare-server.ts'
import { APP, DATABASE, OWNER } from '../server/postgres/roles.ts'
import { parseCommand } from './command-arguments.ts'

/** Makes roles and database on a PostgreSQL server, as DATABASE_OWNER_URL may; told passwords are told once. Exits 0, or 1 with a sentence. */
export async function databasePrepareCommand(args: string[], io: Io): Promise<number> {
  const kinds = {
    database: 'string',
    owner: 'string',
    app: 'string',
    'new-passwords': 'boolean',
    json: 'boolean',
  } as const
  const { values } = parseCommand(args, kinds, 0)
  const url = process.env.DATABASE_OWNER_URL
  if (!url || !URL.canParse(url)) {
    throw new CannotStart(
      'Укажите в DATABASE_OWNER_URL адрес сервера с ролью, которая может создавать роли и базы: ' +
        'DATABASE_OWNER_URL=postgres://postgres:пароль@сервер:5432/postgres ./opora database prepare',
    )
  }
  const names = { database: values.database ?? DATABASE, owner: values.owner ?? OWNER, app: values.app ?? APP }
  const prepared = await prepareServer(url, names, values['new-passwords'] ? 'new' : 'kept')
  io.stdout(values.json ? `${JSON.stringify(prepared)}\n` : inWords(prepared))
  return 0
}

const ROLE_WAS = { made: 'создана', there: 'была, пароль прежний', 'given a new password': 'была, пароль новый' }

function inWords({ version, roles, database, ownerUrl, appUrl }: PreparedServer): string {
  const lines = [
    `Сервер: PostgreSQL ${version}`,
    ...roles.map(({ name, was }) => `Роль ${name}: ${ROLE_WAS[was]}`),
    `База ${database.name}: ${database.was === 'made' ? 'создана, UTF8' : 'была, подходит'}`,
  ]
  if (!ownerUrl && !appUrl) lines.push('Новых паролей нет. Забытые заменит --new-passwords.')
  else lines.push('Сохраните эти строки сейчас: пароли больше не покажутся. С ними запускают Опору.')
  if (appUrl) lines.push(lineOf('DATABASE_URL', appUrl))
  if (ownerUrl) lines.push(lineOf('DATABASE_OWNER_URL', ownerUrl))
  return `${lines.join('\n')}\n`
}

/** As a shell and systemd read it: an address that asks for TLS has an `&` in it. */
function lineOf(variable: string, url: string): string {
  return `${variable}='${url.replaceAll("'", '%27')}'`
}
