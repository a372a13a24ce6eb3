import { parseArgs } from 'node:util'
import type { Io } from '../cli/commands.ts'
import { takeFactorOffByLogin } from '../features/access/operator-links.service.ts'
import { CannotStart } from '../server/cannot-start.ts'
import { defaultDataFolder } from '../server/postgres/embedded.ts'
import { installationFolder } from './folders.ts'
import { overPeople } from './user-link-command.ts'

/** Takes a lost phone off: of the person with this sign-in name, or of the administrator when nobody else is left to do it. */
export async function userPhoneOffCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string' }, json: { type: 'boolean' } },
  })
  const folder = values.data ?? defaultDataFolder(installationFolder())
  const [wanted] = positionals
  const login = await overPeople(folder, io, (perform) =>
    perform({ kind: 'operator' }, (work) => takeFactorOffByLogin(work, wanted)),
  )
  if (login === null) throw new CannotStart(`Второго шага у «${wanted ?? 'администратора'}» нет: снимать нечего.`)
  io.stdout(values.json ? `${JSON.stringify({ login })}\n` : `Второй шаг снят: ${login}. Прежние входы закончены.\n`)
  return 0
}
