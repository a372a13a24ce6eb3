import { CannotStart } from '../cannot-start.ts'
import { type EmbeddedOptions, type RunningDatabase, startEmbeddedPostgres } from './embedded.ts'

/** The installation's database: the server named by DATABASE_URL and DATABASE_OWNER_URL, otherwise the embedded one in the folder. */
export async function startDatabase(env: NodeJS.ProcessEnv, options: EmbeddedOptions): Promise<RunningDatabase> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = env
  if (!appUrl && !ownerUrl) return await startEmbeddedPostgres(options)
  if (!appUrl || !ownerUrl) {
    throw new CannotStart(
      'Заданы не обе переменные: DATABASE_URL — роль приложения, которая ничем не владеет, ' +
        'DATABASE_OWNER_URL — роль владельца, которая меняет устройство базы. Нужны обе или ни одной.',
    )
  }
  if (roleOf(appUrl, 'DATABASE_URL') === roleOf(ownerUrl, 'DATABASE_OWNER_URL')) {
    throw new CannotStart(
      'DATABASE_URL и DATABASE_OWNER_URL называют одну роль. Приложению нужна своя роль, ' +
        'которая ничем не владеет: иначе журнал действий можно было бы изменить.',
    )
  }
  // the server is not ours to stop
  return { appUrl, ownerUrl, port: Number(new URL(appUrl).port || 5432), stop: async () => {} }
}

/** The role that a database address names. */
export function roleOf(url: string, variable: string): string {
  if (URL.canParse(url)) return decodeURIComponent(new URL(url).username)
  throw new CannotStart(`${variable} — не адрес базы данных. Он выглядит так: postgres://роль:пароль@сервер:5432/opora`)
}
