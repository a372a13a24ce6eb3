import { describeTable } from '../../server/register.ts'
import { templateRevisions, templates, templateUses } from './tables.ts'

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
    revision: 'open',
    createdAt: 'open',
    createdBy: 'whose',
    removedAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(templateRevisions, {
  title: 'Прежние редакции шаблонов',
  purpose: 'Показать начатой карте, что изменилось в шаблоне; имена людей и названия организаций не сохраняются',
  retention: 'Пока шаблон не убран; убранный — по номенклатуре дел управления',
  columns: { templateId: 'open', number: 'open', ownerId: 'open', content: 'words', replacedAt: 'open' },
})

describeTable(templateUses, {
  title: 'По какому шаблону начата карта',
  purpose: 'Показать начатой карте, что изменилось в шаблоне',
  retention: 'Вместе с дорожной картой',
  columns: {
    id: 'open',
    ownerId: 'open',
    importId: 'open',
    templateKey: 'open',
    revision: 'open',
    usedAt: 'open',
    usedBy: 'whose',
    rowVersion: 'open',
  },
})
