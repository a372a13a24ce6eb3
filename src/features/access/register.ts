import { describeTable } from '../../server/register.ts'
import {
  invitations,
  memberships,
  people,
  recoveryCodes,
  secondFactorDrafts,
  secondFactorRules,
  secondFactors,
  sessions,
  signInTickets,
  substitutions,
} from './tables.ts'

describeTable(people, {
  title: 'Люди',
  purpose: 'Учёт тех, кто работает в Опоре, и их вход',
  retention: 'Пока человек работает в Опоре; уничтожается по акту',
  columns: {
    id: 'whose',
    name: 'personal',
    position: 'personal',
    login: 'personal',
    email: 'personal',
    language: 'open',
    passwordHash: 'secret',
    createdAt: 'open',
    disabledAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(memberships, {
  title: 'Роли',
  purpose: 'Разграничение доступа',
  retention: 'Пока человек работает в Опоре; уничтожается по акту',
  columns: { id: 'open', personId: 'whose', organisationId: 'open', role: 'open', endedAt: 'open', rowVersion: 'open' },
})

describeTable(substitutions, {
  title: 'Замещения',
  purpose: 'Передача дел на время отсутствия',
  retention: 'Пока человек работает в Опоре; уничтожается по акту',
  columns: {
    id: 'open',
    absentId: 'whose',
    substituteId: 'whose',
    startsOn: 'open',
    endsOn: 'open',
    basis: 'words',
    endedAt: 'open',
    rowVersion: 'open',
  },
})

describeTable(sessions, {
  title: 'Входы',
  purpose: 'Узнавание вошедшего человека',
  retention: '30 дней после последнего посещения; при уничтожении — сразу',
  columns: {
    id: 'open',
    personId: 'whose',
    tokenHash: 'secret',
    device: 'personal',
    createdAt: 'open',
    seenAt: 'open',
    expiresAt: 'open',
    endedAt: 'open',
    secondFactor: 'open',
    viewedId: 'whose',
  },
})

describeTable(secondFactors, {
  title: 'Второй шаг входа',
  purpose: 'Защита входа',
  retention: 'Пока включён',
  columns: { personId: 'whose', sealedSecret: 'secret', confirmedAt: 'open', lastStep: 'open' },
})

describeTable(secondFactorDrafts, {
  title: 'Настройка второго шага',
  purpose: 'Защита входа',
  retention: 'Один час',
  columns: { personId: 'whose', sealedSecret: 'secret', madeAt: 'open' },
})

describeTable(recoveryCodes, {
  title: 'Коды с листа',
  purpose: 'Защита входа',
  retention: 'Пока включён второй шаг',
  columns: { id: 'open', personId: 'whose', codeHash: 'secret', usedAt: 'open' },
})

describeTable(signInTickets, {
  title: 'Начатые входы',
  purpose: 'Защита входа',
  retention: '10 минут',
  columns: { id: 'open', personId: 'whose', tokenHash: 'secret', expiresAt: 'open', usedAt: 'open' },
})

describeTable(secondFactorRules, {
  title: 'Правила второго шага',
  purpose: 'Защита входа',
  retention: 'Пока правило действует',
  columns: { organisationId: 'open', setBy: 'whose', setAt: 'open' },
})

describeTable(invitations, {
  title: 'Ссылки для входа',
  purpose: 'Первый вход и замена забытого пароля',
  retention: '21 день; при уничтожении — сразу',
  columns: {
    id: 'open',
    kind: 'open',
    personId: 'whose',
    tokenHash: 'secret',
    createdAt: 'open',
    expiresAt: 'open',
    usedAt: 'open',
  },
})
