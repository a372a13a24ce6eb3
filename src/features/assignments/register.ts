import { describeTable } from '../../server/register.ts'
import { controlReleases, deadlineMoves, exemptions, proofItems, submissions, taskRecipients, tasks } from './tables.ts'

describeTable(proofItems, {
  title: 'Подтверждения',
  purpose: 'Доказательство исполнения',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    activityId: 'open',
    organisationId: 'open',
    windowStart: 'open',
    windowEnd: 'open',
    form: 'open',
    fileId: 'open',
    url: 'words',
    heldOn: 'open',
    note: 'words',
    tookPart: 'words',
    letter: 'words',
    recordedBy: 'whose',
    onBehalf: 'open',
    recordedAt: 'open',
    withdrawnAt: 'open',
    sharedId: 'open',
    rowVersion: 'open',
  },
})

describeTable(submissions, {
  title: 'Сдача и приёмка',
  purpose: 'Доказательство исполнения',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    activityId: 'open',
    organisationId: 'open',
    windowStart: 'open',
    windowEnd: 'open',
    attempt: 'open',
    status: 'open',
    submittedBy: 'whose',
    submittedAt: 'open',
    note: 'words',
    decidedBy: 'whose',
    decidedAt: 'open',
    comment: 'words',
    rowVersion: 'open',
  },
})

describeTable(controlReleases, {
  title: 'Снятие с контроля',
  purpose: 'Контроль исполнения',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    activityId: 'open',
    organisationId: 'open',
    releasedBy: 'whose',
    releasedFor: 'whose',
    releasedAt: 'open',
    resolutionOn: 'open',
    resolution: 'words',
    revokedAt: 'open',
    revokedBy: 'whose',
    revokedFor: 'whose',
    rowVersion: 'open',
  },
})

describeTable(exemptions, {
  title: 'Освобождения',
  purpose: 'Контроль исполнения',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    activityId: 'open',
    organisationId: 'open',
    reason: 'words',
    madeBy: 'whose',
    madeAt: 'open',
    revokedAt: 'open',
    revokedBy: 'whose',
    rowVersion: 'open',
  },
})

describeTable(deadlineMoves, {
  title: 'Перенос срока',
  purpose: 'Контроль исполнения',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    id: 'open',
    activityId: 'open',
    organisationId: 'open',
    windowStart: 'open',
    windowEnd: 'open',
    askedUntil: 'open',
    reason: 'words',
    askedBy: 'whose',
    onBehalf: 'open',
    askedAt: 'open',
    status: 'open',
    grantedUntil: 'open',
    decidedBy: 'whose',
    decidedFor: 'whose',
    decidedAt: 'open',
    resolutionOn: 'open',
    resolution: 'words',
    endedAt: 'open',
    endedBy: 'whose',
    endedFor: 'whose',
    rowVersion: 'open',
  },
})

describeTable(tasks, {
  title: 'Поручения',
  purpose: 'Поручения школам',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: {
    activityId: 'open',
    ownerId: 'open',
    text: 'words',
    letterId: 'open',
    dueOn: 'open',
    dueTime: 'open',
    givenBy: 'whose',
    givenAt: 'open',
    cancelled: 'open',
    rowVersion: 'open',
  },
})

describeTable(taskRecipients, {
  title: 'Кому дано поручение',
  purpose: 'Поручения школам',
  retention: 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)',
  columns: { activityId: 'open', organisationId: 'open', seenAt: 'open' },
})
