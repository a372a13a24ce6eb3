import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to assignments, as the journal tells it. */
export const assignmentsDeeds = defineWords({
  namespace: 'assignments.deeds',
  ru: {
    'task.given': 'Дано поручение',
    'task.cancelled': 'Отменено поручение',
    'task.seen': 'Поручение прочитано',
    'proof.recorded': 'Внесено подтверждение',
    'proof.shared': 'Подтверждает и другие строки',
    'proof.withdrawn': 'Подтверждение отозвано',
    'submission.made': 'Сдано',
    'submission.accepted': 'Принято',
    'submission.accepted-at-once': 'Принято сразу',
    'reminder.sent': 'Отправлено напоминание',
    'submission.returned': 'Возвращено с замечанием',
    'control.released': 'Снято с контроля',
    'control.release-revoked': 'Возвращено на контроль',
    'exemption.made': 'Освобождено от выполнения',
    'exemption.revoked': 'Освобождение отменено',
    'deadline-move.asked': 'Просят перенести срок',
    'deadline-move.granted': 'Срок перенесён',
    'deadline-move.declined': 'В переносе срока отказано',
    'deadline-move.withdrawn': 'Просьба о переносе отозвана',
    'deadline-move.revoked': 'Перенос срока отменён',
  },
  en: {
    'task.given': 'A task was given',
    'task.cancelled': 'A task was cancelled',
    'task.seen': 'A task was seen',
    'proof.recorded': 'A proof was recorded',
    'proof.shared': 'A proof was recorded for other rows too',
    'proof.withdrawn': 'A proof was withdrawn',
    'submission.made': 'Handed in',
    'submission.accepted': 'Accepted',
    'submission.accepted-at-once': 'Accepted at once',
    'reminder.sent': 'A reminder was sent',
    'submission.returned': 'Returned with a comment',
    'control.released': 'Taken off control',
    'control.release-revoked': 'Put back under control',
    'exemption.made': 'Exempted',
    'exemption.revoked': 'An exemption was revoked',
    'deadline-move.asked': 'A later deadline was asked for',
    'deadline-move.granted': 'A deadline was moved',
    'deadline-move.declined': 'A later deadline was declined',
    'deadline-move.withdrawn': 'A request for a later deadline was withdrawn',
    'deadline-move.revoked': 'A moved deadline was put back',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof assignmentsDeeds> {}
}
