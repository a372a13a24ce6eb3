import { describeTable } from '../../server/register.ts'
import { destructionActs } from './tables.ts'

describeTable(destructionActs, {
  title: 'Акты об уничтожении',
  purpose: 'Подтверждение уничтожения персональных данных',
  retention: 'Не меньше 3 лет с даты уничтожения',
  columns: {
    id: 'open',
    personId: 'whose',
    organisationId: 'open',
    number: 'open',
    signedOn: 'open',
    reason: 'open',
    backupsUntil: 'open',
    orderedBy: 'whose',
    orderedAt: 'open',
    doneAt: 'open',
    destroyed: 'open',
  },
})
