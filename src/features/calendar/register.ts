import { describeTable } from '../../server/register.ts'
import { calendarDays, calendarPeriods } from './tables.ts'

describeTable(calendarDays, {
  title: 'Календарь: дни',
  purpose: 'Рабочие и нерабочие дни управления для сроков',
  retention: 'Бессрочно',
  columns: {
    id: 'open',
    organisationId: 'open',
    day: 'open',
    isWorking: 'open',
    reason: 'words',
    recordedAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(calendarPeriods, {
  title: 'Календарь: каникулы, ВПР, ГИА',
  purpose: 'Планирование учебного года',
  retention: 'Бессрочно',
  columns: {
    id: 'open',
    organisationId: 'open',
    kind: 'open',
    title: 'words',
    startsOn: 'open',
    endsOn: 'open',
    removedAt: 'open',
    rowVersion: 'open',
  },
})
