import { describeTable } from '../../server/register.ts'
import { participants, programmes, variantChanges } from './tables.ts'

describeTable(programmes, {
  title: 'Проекты сопровождения',
  purpose: 'Ведение проекта',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    authorityId: 'open',
    title: 'open',
    firstTitle: 'open',
    year: 'open',
    isSchoolYear: 'open',
    startsOn: 'open',
    endsOn: 'open',
    coordinatorId: 'whose',
    controllerText: 'words',
    controllerId: 'whose',
    createdAt: 'open',
    closedAt: 'open',
    closedBy: 'whose',
    closedReason: 'words',
    rowVersion: 'open',
  },
})

describeTable(participants, {
  title: 'Участники проекта',
  purpose: 'Ведение проекта',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    programmeId: 'open',
    organisationId: 'open',
    variant: 'open',
    joinedAt: 'open',
    leftAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(variantChanges, {
  title: 'Смена варианта сопровождения',
  purpose: 'Ведение проекта',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    programmeId: 'open',
    organisationId: 'open',
    variant: 'open',
    reason: 'words',
    changedAt: 'open',
    changedBy: 'whose',
  },
})
