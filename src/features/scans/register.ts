import { describeTable } from '../../server/register.ts'
import { scanPages, scans } from './tables.ts'

const document = {
  purpose: 'Подписанный подлинник приказа рядом с его текстом',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
}

describeTable(scans, {
  ...document,
  title: 'Сканы приказов',
  columns: { id: 'open', organisationId: 'open', edition: 'open', createdAt: 'open', rowVersion: 'open' },
})

describeTable(scanPages, {
  ...document,
  title: 'Страницы сканов',
  columns: {
    id: 'open',
    scanId: 'open',
    edition: 'open',
    position: 'open',
    fileId: 'open',
    addedBy: 'whose',
    addedAt: 'open',
  },
})
