import { describeTable } from '../../server/register.ts'
import { schoolMapComments, schoolMapConsents, schoolMapRevisions, schoolMapRows, schoolMaps } from './tables.ts'

const purpose = 'Дорожная карта школы в проекте сопровождения'
const retention = 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)'

describeTable(schoolMaps, {
  ...{ title: 'Карты школ', purpose, retention },
  columns: { id: 'open', programmeId: 'open', schoolId: 'open', createdAt: 'open', rowVersion: 'open' },
})

describeTable(schoolMapRevisions, {
  ...{ title: 'Редакции карты школы', purpose, retention },
  columns: {
    id: 'open',
    schoolMapId: 'open',
    number: 'open',
    status: 'open',
    baseId: 'open',
    reason: 'words',
    basisKind: 'open',
    basis: 'words',
    onBehalf: 'open',
    createdAt: 'open',
    createdBy: 'whose',
    submittedAt: 'open',
    submittedBy: 'whose',
    decidedAt: 'open',
    decidedBy: 'whose',
    returnReason: 'words',
    orderNumber: 'open',
    orderDate: 'open',
    approvedAt: 'open',
    approvedBy: 'whose',
    inheritedId: 'open',
    rowVersion: 'open',
  },
})

describeTable(schoolMapRows, {
  ...{ title: 'Строки карты школы', purpose, retention },
  columns: {
    id: 'open',
    schoolMapId: 'open',
    revisionId: 'open',
    activityId: 'open',
    position: 'open',
    cause: 'words',
    title: 'words',
    indicator: 'words',
    responsible: 'words',
    period: 'words',
    expectedResult: 'words',
    proof: 'open',
    supportsActivityId: 'open',
    onBehalf: 'open',
    changedAt: 'open',
    changedBy: 'whose',
    removed: 'open',
    rowVersion: 'open',
  },
})

describeTable(schoolMapComments, {
  ...{ title: 'Замечания к карте школы', purpose, retention },
  columns: {
    id: 'open',
    schoolMapId: 'open',
    revisionId: 'open',
    activityId: 'open',
    words: 'words',
    authorId: 'whose',
    at: 'open',
    resolvedAt: 'open',
    resolvedBy: 'whose',
    rowVersion: 'open',
  },
})

describeTable(schoolMapConsents, {
  ...{ title: 'Согласие школы с изменениями карты управления', purpose, retention },
  columns: {
    id: 'open',
    schoolMapId: 'open',
    activityId: 'open',
    inheritedId: 'open',
    answer: 'open',
    onBehalf: 'open',
    givenBy: 'whose',
    givenAt: 'open',
  },
})
