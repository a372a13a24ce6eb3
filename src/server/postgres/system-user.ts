import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from '../cannot-start.ts'

const execute = promisify(execFile)
const NAME = 'opora'

/** Under whom the database runs: PostgreSQL refuses to run as root. */
export interface SystemUser {
  uid: number
  gid: number
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The user `opora`, made when missing; undefined where we are an ordinary user already. */
export async function databaseUser(): Promise<SystemUser | undefined> {
  if (!isRoot()) return undefined
  return (await findUser()) ?? (await makeUser())
}

/** Refuses a folder that the user cannot reach because a folder above it is closed to others. */
export async function refuseUnreachable(folder: string, user: SystemUser | undefined): Promise<void> {
  if (user === undefined) return
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    const { mode, uid, gid } = await stat(above)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) !== 0) continue
    throw new CannotStart(
      `Папка ${folder} недоступна системному пользователю ${NAME}, под которым работает база данных: закрыта папка ${above}. ` +
        'Укажите другую папку ключом --data, например /var/lib/opora/data.',
    )
  }
}

async function findUser(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', NAME]), execute('id', ['-g', NAME])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined // `id` fails exactly when there is no such user
  }
}

async function makeUser(): Promise<SystemUser> {
  const home = ['/var/lib/opora', '/usr/sbin/nologin', NAME] as const
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', home[0], '--shell', home[1], NAME]],
    ['adduser', ['-S', '-D', '-H', '-h', home[0], NAME]],
  ]
  for (const [command, args] of attempts) {
    const failure = await execute(command, args).then(
      () => undefined,
      () => command,
    )
    // another start may have made the user meanwhile, so the answer is asked for even after a failure
    const user = await findUser()
    if (user !== undefined) return user
    if (failure === undefined) break
  }
  throw new CannotStart(
    `Не удалось создать системного пользователя ${NAME}, под которым работает база данных. ` +
      `Создайте его сами (useradd --system ${NAME}) или запустите Опору от имени обычного пользователя.`,
  )
}
