import { describeTable } from '../../server/register.ts'
import { calendarFeeds, digests, letterChoices, mailSettings, mails, messages } from './tables.ts'

describeTable(mailSettings, {
  title: 'Настройки почты',
  purpose: 'Отправка писем',
  retention: 'Бессрочно',
  columns: {
    id: 'open',
    organisationId: 'open',
    way: 'open',
    host: 'open',
    port: 'open',
    security: 'open',
    login: 'words',
    sealedPassword: 'secret',
    fromAddress: 'words',
    remindBefore: 'open',
    createdAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(mails, {
  title: 'Письма',
  purpose: 'Сообщить человеку о его сроках и делах',
  retention: '90 дней; при уничтожении данных человека — сразу',
  columns: {
    id: 'open',
    personId: 'whose',
    kind: 'open',
    period: 'open',
    toAddress: 'personal',
    subject: 'words',
    body: 'words',
    status: 'open',
    createdAt: 'open',
    nextTryAt: 'open',
    takenAt: 'open',
    tries: 'open',
    fault: 'open',
    faultDetail: 'words',
    sentAt: 'open',
  },
})

describeTable(digests, {
  title: 'Утренние сводки',
  purpose: 'Не больше одной сводки в день',
  retention: '90 дней; при уничтожении данных человека — сразу',
  columns: { personId: 'whose', day: 'open', mailId: 'open', writtenAt: 'open' },
})

describeTable(messages, {
  title: 'Уведомления',
  purpose: 'Сообщить человеку о его сроках и делах',
  retention: '180 дней; при уничтожении данных человека — сразу',
  columns: {
    id: 'open',
    personId: 'whose',
    event: 'open',
    key: 'open',
    organisationId: 'open',
    path: 'open',
    said: 'words',
    createdAt: 'open',
    readAt: 'open',
    mailId: 'open',
  },
})

describeTable(letterChoices, {
  title: 'Какие письма нужны',
  purpose: 'Не присылать лишнего',
  retention: 'Бессрочно; при уничтожении данных человека — сразу',
  columns: { personId: 'whose', choices: 'open', changedAt: 'open', rowVersion: 'open' },
})

describeTable(calendarFeeds, {
  title: 'Ссылки на календарь',
  purpose: 'Сроки в собственной программе человека',
  retention: 'Пока человек не отзовёт; при уничтожении данных человека — сразу',
  columns: { personId: 'whose', id: 'open', tokenHash: 'secret', madeAt: 'open' },
})
