import { describeTable } from '../../server/register.ts'
import { organisationCodes, organisationNames, organisationPlaces, organisations } from './tables.ts'

describeTable(organisations, {
  title: 'Организации',
  purpose: 'Работа с организациями района',
  retention: 'Пока организация участвует в проектах',
  columns: {
    id: 'open',
    kind: 'open',
    parentId: 'open',
    path: 'open',
    shortName: 'open',
    fullName: 'open',
    timeZone: 'open',
    dayOffRule: 'open',
    createdAt: 'open',
    closedOn: 'open',
    closedBasis: 'words',
    successorId: 'open',
    rowVersion: 'open',
  },
})

describeTable(organisationNames, {
  title: 'Названия организаций по датам',
  purpose: 'Верные названия в документах прошлых лет',
  retention: 'Пока организация участвует в проектах',
  columns: {
    id: 'open',
    organisationId: 'open',
    shortName: 'open',
    fullName: 'open',
    validFrom: 'open',
    basis: 'words',
    recordedAt: 'open',
  },
})

describeTable(organisationPlaces, {
  title: 'Подчинение организаций по датам',
  purpose: 'Верное подчинение в прошлых годах',
  retention: 'Пока организация участвует в проектах',
  columns: {
    id: 'open',
    organisationId: 'open',
    parentId: 'open',
    validFrom: 'open',
    basis: 'words',
    recordedAt: 'open',
  },
})

describeTable(organisationCodes, {
  title: 'Коды организаций',
  purpose: 'Сверка с государственными перечнями',
  retention: 'Пока организация участвует в проектах',
  columns: {
    id: 'open',
    organisationId: 'open',
    scheme: 'open',
    value: 'open',
    validFrom: 'open',
    validTo: 'open',
    recordedAt: 'open',
  },
})
