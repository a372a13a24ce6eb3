import { describeTable } from '../../server/register.ts'
import { backupRuns, backupSettings } from './tables.ts'

describeTable(backupSettings, {
  title: 'Настройки резервных копий',
  purpose: 'Сохранность данных',
  retention: 'Бессрочно',
  columns: {
    id: 'open',
    organisationId: 'open',
    folder: 'open',
    atTime: 'open',
    createdAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(backupRuns, {
  title: 'Резервные копии',
  purpose: 'Сохранность данных',
  retention: 'Запись о копии — бессрочно; сама копия — по правилам хранения копий',
  columns: {
    id: 'open',
    organisationId: 'open',
    kind: 'open',
    status: 'open',
    askedAt: 'open',
    askedBy: 'whose',
    seenAt: 'open',
    finishedAt: 'open',
    writtenBytes: 'open',
    folder: 'open',
    name: 'open',
    bytes: 'open',
    missingFiles: 'open',
    fault: 'open',
    faultDetail: 'open',
  },
})
