import { CannotStart } from '../cannot-start.ts'

/** Why a copy could not be made, read or restored, as a screen can say it in its own words. */
export type BackupFaultCode =
  | 'busy'
  | 'no-room'
  | 'folder-closed'
  | 'database-unavailable'
  | 'not-an-archive'
  | 'damaged'
  | 'newer-format'
  | 'newer-program'
  | 'other-program'
  | 'not-empty'
  | 'not-equal'
  | 'broken'

/** A copy that was not made or not taken: a sentence for the terminal, a code for the screens. */
export class BackupFault extends CannotStart {
  readonly code: BackupFaultCode

  constructor(code: BackupFaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const BY_STATE: Record<string, [BackupFaultCode, string]> = {
  ENOSPC: ['no-room', 'Кончилось место на диске. Освободите его или укажите папку на другом диске.'],
  EDQUOT: ['no-room', 'Кончилось место на диске. Освободите его или укажите папку на другом диске.'],
  EFBIG: ['no-room', 'Диск не принимает файл такого размера. Укажите папку на другом диске.'],
  '53100': ['no-room', 'На диске базы данных кончилось место. Освободите его и повторите.'],
  EACCES: ['folder-closed', 'Нет права писать в эту папку или читать её. Проверьте права или укажите другую.'],
  EPERM: ['folder-closed', 'Нет права писать в эту папку или читать её. Проверьте права или укажите другую.'],
  EROFS: ['folder-closed', 'Диск открыт только для чтения. Укажите папку на другом диске.'],
  ENOENT: ['folder-closed', 'Такой папки нет или диск не подключён. Проверьте путь.'],
  ENOTDIR: ['folder-closed', 'Путь ведёт не в папку. Проверьте его.'],
  ECONNREFUSED: ['database-unavailable', 'База данных не отвечает. Проверьте, что она работает, и повторите.'],
  '57P01': ['database-unavailable', 'База данных остановилась. Повторите, когда она будет работать.'],
  '57P03': ['database-unavailable', 'База данных ещё не готова. Повторите через минуту.'],
}

/** What went wrong, as a fault with advice; what we do not know stays in the sentence as the system said it. */
export function faultOf(error: unknown): BackupFault {
  if (error instanceof BackupFault) return error
  const [code, advice] = BY_STATE[stateOf(error)] ?? []
  const said = error instanceof Error ? error.message : String(error)
  if (code && advice) return new BackupFault(code, `${advice} (${said})`, { cause: error })
  return new BackupFault('broken', `Не получилось: ${said}`, { cause: error })
}

function stateOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && error.code !== undefined) return String(error.code)
  if (error instanceof Error && error.message === 'Connection terminated unexpectedly') return '57P01'
  return ''
}
