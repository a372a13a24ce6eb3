import { describeTable } from '../../server/register.ts'
import { activities, activityRevisions, dispatches, orderImports, roadMapRevisions, roadMaps } from './tables.ts'

describeTable(roadMaps, {
  title: 'Дорожные карты',
  purpose: 'Ведение проекта',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: { id: 'open', programmeId: 'open', ownerId: 'open', title: 'open', createdAt: 'open', rowVersion: 'open' },
})

describeTable(roadMapRevisions, {
  title: 'Редакции дорожной карты',
  purpose: 'Ведение проекта',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    roadMapId: 'open',
    number: 'open',
    status: 'open',
    reason: 'words',
    titleBefore: 'document',
    orderNumber: 'open',
    orderDate: 'open',
    documentId: 'open',
    importId: 'open',
    createdAt: 'open',
    approvedAt: 'open',
    approvedBy: 'whose',
  },
})

describeTable(activities, {
  title: 'Мероприятия',
  purpose: 'Ведение проекта',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: { id: 'open', ownerId: 'open', roadMapId: 'open', createdAt: 'open' },
})

describeTable(activityRevisions, {
  title: 'Мероприятия по редакциям',
  purpose: 'Ведение проекта',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    revisionId: 'open',
    activityId: 'open',
    position: 'open',
    sectionNumber: 'open',
    sectionTitle: 'open',
    audience: 'open',
    number: 'open',
    title: 'document',
    period: 'open',
    periodReading: 'document',
    executors: 'document',
    expectedResult: 'document',
    targetGroups: 'open',
    heldBy: 'open',
    proof: 'open',
    parts: 'open',
  },
})

describeTable(orderImports, {
  title: 'Загрузки приказов',
  purpose: 'Понимание подписанного приказа',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    authorityId: 'open',
    roadMapId: 'open',
    fileId: 'open',
    scanId: 'open',
    rolledFrom: 'open',
    name: 'words',
    contextYear: 'open',
    status: 'open',
    answer: 'document',
    understanding: 'document',
    startedBy: 'whose',
    createdAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(dispatches, {
  title: 'Направление школам',
  purpose: 'Ознакомление школ с планом',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    roadMapId: 'open',
    organisationId: 'open',
    revision: 'open',
    sentAt: 'open',
    sentBy: 'whose',
    acknowledgedAt: 'open',
    acknowledgedBy: 'whose',
  },
})
