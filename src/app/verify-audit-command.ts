import { parseArgs } from 'node:util'
import type { Io } from '../cli/commands.ts'
import type { Broken, SealFault } from '../features/audit/seal.ts'
import { type AuditVerdict, verifyAudit } from '../features/audit/verify.service.ts'
import { defaultDataFolder } from '../server/postgres/embedded.ts'
import { installationFolder } from './folders.ts'
import { overPeople } from './user-link-command.ts'

const BROKEN_EXIT = 1

/** Says whether the audit is what was sealed, and names every stretch that is not; exit 1 where there is one. */
export async function verifyAuditCommand(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' }, json: { type: 'boolean' } } })
  const folder = values.data ?? defaultDataFolder(installationFolder())
  const verdict = await overPeople(folder, io, (perform) => perform({ kind: 'operator' }, verifyAudit))
  io.stdout(values.json ? `${JSON.stringify(verdict)}\n` : `${linesOf(verdict).join('\n')}\n`)
  return verdict.broken.length === 0 ? 0 : BROKEN_EXIT
}

function linesOf({ seals, entries, reads, unsealed, last, broken }: AuditVerdict): string[] {
  const whole = `Журнал: печатей ${seals}, под ними записей ${entries}, просмотров карточек ${reads}, ещё не запечатано ${unsealed}.`
  if (broken.length > 0) return [whole, ...broken.map(lineOf)]
  if (!last) return [whole, 'Печатей ещё нет: первая появится через минуту после запуска Опоры.']
  return [whole, `Всё совпало. Последняя печать № ${last.number}: ${last.hash}`]
}

const faults: Record<SealFault, string> = {
  'seal-changed': 'сама печать изменена',
  'seal-missing': 'нарушен порядок печатей: перед этой чего-то нет или что-то лишнее',
  'rows-missing': 'записей меньше, чем было запечатано',
  'rows-added': 'записей больше, чем было запечатано',
  'rows-changed': 'записи изменены или переставлены',
  'value-changed': 'изменены значения «было» и «стало»',
  'value-missing': 'значения «было» и «стало» удалены без акта',
  'value-added': 'значения «было» и «стало» добавлены позже',
  'reads-missing': 'просмотров карточек меньше, чем было запечатано',
  'reads-added': 'просмотров карточек больше, чем было запечатано',
  'reads-changed': 'просмотры карточек изменены или переставлены',
}

function lineOf({ fault, number, firstAt, lastAt, sealed, found }: Broken): string {
  const place = number === null ? 'Записи после последней печати' : `Печать № ${number} (${firstAt} … ${lastAt})`
  const counts = /^(rows|reads)/.test(fault) ? `: было ${sealed}, есть ${found}` : ''
  return `${place}: ${faults[fault]}${counts}.`
}
