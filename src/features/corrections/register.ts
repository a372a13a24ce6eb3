import { describeTable } from '../../server/register.ts'
import { correctionOrders, correctionRows, corrections } from './tables.ts'

const project = {
  purpose: 'Внесение изменений в дорожную карту',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
}

describeTable(corrections, {
  ...project,
  title: 'Изменения дорожной карты',
  columns: {
    id: 'open',
    roadMapId: 'open',
    ownerId: 'open',
    status: 'open',
    reason: 'words',
    basisKind: 'open',
    basis: 'words',
    newTitle: 'document',
    orderNumber: 'open',
    orderDate: 'open',
    orderId: 'open',
    revisionId: 'open',
    startedBy: 'whose',
    startedAt: 'open',
    decidedBy: 'whose',
    decidedAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(correctionRows, {
  ...project,
  title: 'Изменения строк дорожной карты',
  columns: {
    id: 'open',
    correctionId: 'open',
    ownerId: 'open',
    activityId: 'open',
    kind: 'open',
    before: 'document',
    after: 'document',
    above: 'open',
    changedBy: 'whose',
    changedAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(correctionOrders, {
  ...project,
  title: 'Приказы о внесении изменений',
  columns: { documentId: 'open', correctionId: 'open', ownerId: 'open', changes: 'open', writtenAt: 'open' },
})
