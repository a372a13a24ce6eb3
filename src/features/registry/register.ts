import { describeTable } from '../../server/register.ts'
import { registryImports } from './tables.ts'

describeTable(registryImports, {
  title: 'Загрузки таблиц с организациями и людьми',
  purpose: 'Проверка таблицы перед тем, как её применить',
  retention: 'До применения или отмены; имена уничтожаются по акту',
  columns: {
    id: 'open',
    organisationId: 'open',
    fileId: 'open',
    name: 'words',
    status: 'open',
    note: 'words',
    rows: 'personal',
    preview: 'personal',
    answers: 'personal',
    progress: 'open',
    made: 'open',
    asked: 'personal',
    createdAt: 'open',
    rowVersion: 'open',
  },
})
