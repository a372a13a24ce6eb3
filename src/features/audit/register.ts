import { describeTable } from '../../server/register.ts'
import { auditEntries, auditErasures, auditSeals, auditValues, personReads } from './tables.ts'

describeTable(auditEntries, {
  title: 'Журнал',
  purpose: 'Доказательство того, кто и что сделал',
  retention: 'Не меньше 5 лет; значения о человеке уничтожаются по акту',
  columns: {
    id: 'open',
    at: 'open',
    actorKind: 'open',
    personId: 'whose',
    requestId: 'open',
    action: 'open',
    subjectId: 'whose',
    organisationId: 'open',
    valueHash: 'open',
    cluster: 'open',
    xid: 'open',
  },
})

describeTable(auditValues, {
  title: 'Журнал: было и стало',
  purpose: 'Доказательство того, кто и что сделал',
  retention: 'Не меньше 5 лет; значения о человеке уничтожаются по акту',
  columns: { entryId: 'open', before: 'personal', after: 'personal', salt: 'secret' },
})

describeTable(auditSeals, {
  title: 'Печати журнала',
  purpose: 'Защита журнала от подделки',
  retention: 'Столько же, сколько журнал',
  columns: {
    number: 'open',
    cluster: 'open',
    fromXid: 'open',
    toXid: 'open',
    firstAt: 'open',
    lastAt: 'open',
    count: 'open',
    rowsHash: 'open',
    readsCount: 'open',
    readsHash: 'open',
    previousHash: 'open',
    hash: 'open',
    sealedAt: 'open',
  },
})

describeTable(auditErasures, {
  title: 'Изъятия из журнала',
  purpose: 'Подтверждение уничтожения данных',
  retention: 'Не меньше 3 лет',
  columns: { entryId: 'open', erasedAt: 'open', act: 'open' },
})

describeTable(personReads, {
  title: 'Кто смотрел карточки',
  purpose: 'Учёт доступа к персональным данным',
  retention: 'Не меньше 3 лет',
  columns: {
    id: 'open',
    at: 'open',
    readerId: 'whose',
    readerKind: 'open',
    route: 'open',
    subjectId: 'whose',
    requestId: 'open',
    cluster: 'open',
    xid: 'open',
  },
})
