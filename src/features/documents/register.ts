import { describeTable } from '../../server/register.ts'
import { documents } from './tables.ts'

describeTable(documents, {
  title: 'Документы',
  purpose: 'Приказы и письма',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    organisationId: 'open',
    kind: 'open',
    number: 'open',
    signedOn: 'open',
    title: 'words',
    sender: 'words',
    fileId: 'open',
    scanId: 'open',
    createdAt: 'open',
  },
})
