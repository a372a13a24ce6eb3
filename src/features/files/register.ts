import { describeTable } from '../../server/register.ts'
import { fileShares, files } from './tables.ts'

describeTable(files, {
  title: 'Файлы',
  purpose: 'Приказы, письма и подтверждения',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    organisationId: 'open',
    sha256: 'open',
    size: 'open',
    type: 'open',
    name: 'words',
    givenBy: 'whose',
    givenAt: 'open',
  },
})

describeTable(fileShares, {
  title: 'Кому передан файл',
  purpose: 'Разграничение доступа',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: { fileId: 'open', organisationId: 'open' },
})
