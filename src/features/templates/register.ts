import { describeTable } from '../../server/register.ts'
import { templates } from './tables.ts'

describeTable(templates, {
  title: 'Шаблоны дорожных карт',
  purpose: 'Повторное использование планов; имена людей и названия организаций не сохраняются',
  retention: 'Пока шаблон не убран; убранный — по номенклатуре дел управления',
  columns: {
    id: 'open',
    ownerId: 'open',
    kind: 'open',
    title: 'words',
    content: 'words',
    createdAt: 'open',
    createdBy: 'whose',
    removedAt: 'open',
    rowVersion: 'open',
  },
})
