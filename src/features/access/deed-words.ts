import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to people and their ways in, as the journal tells it. */
export const accessDeeds = defineWords({
  namespace: 'access.deeds',
  ru: {
    'installation.set-up': 'Опора запущена впервые',
    'person.added': 'Добавлен человек',
    'person.changed': 'Изменена карточка человека',
    'membership.given': 'Дана роль',
    'membership.ended': 'Снята роль',
    'substitution.added': 'Назначено замещение',
    'substitution.ended': 'Прекращено замещение',
    'invitation.made': 'Сделана ссылка для входа',
    'schools.invited': 'Сделаны ссылки для школ',
    'link.opened': 'Открыта ссылка для входа',
    'session.started': 'Вход',
    'session.ended': 'Вход завершён',
    'sign-in.half-way': 'Пароль подошёл, ждали второй шаг',
    'view-as.started': 'Начат просмотр глазами другого человека',
    'view-as.ended': 'Просмотр глазами другого человека окончен',
    'password.changed': 'Сменён пароль',
    'second-factor.drafted': 'Начата настройка второго шага',
    'second-factor.set': 'Включён второй шаг входа',
    'second-factor.dropped': 'Выключен второй шаг входа',
    'second-factor.taken-off': 'Снят второй шаг входа с другого человека',
    'recovery-codes.made': 'Сделан новый лист кодов',
    'recovery-code.used': 'Вход по коду с листа',
    'second-factor-rule.set': 'Второй шаг сделан обязательным',
    'second-factor-rule.lifted': 'Второй шаг оставлен по желанию',
  },
  en: {
    'installation.set-up': 'Opora was set up',
    'person.added': 'A person was added',
    'person.changed': 'A person’s card was changed',
    'membership.given': 'A role was given',
    'membership.ended': 'A role was ended',
    'substitution.added': 'A substitute was appointed',
    'substitution.ended': 'A substitution was ended',
    'invitation.made': 'A link for signing in was made',
    'schools.invited': 'Links for schools were made',
    'link.opened': 'A link for signing in was opened',
    'session.started': 'Signed in',
    'session.ended': 'A session was ended',
    'sign-in.half-way': 'The password was right, the second step was awaited',
    'view-as.started': 'Looking through another person’s eyes was begun',
    'view-as.ended': 'Looking through another person’s eyes was ended',
    'password.changed': 'The password was changed',
    'second-factor.drafted': 'Setting up the second step was begun',
    'second-factor.set': 'The second step was switched on',
    'second-factor.dropped': 'The second step was switched off',
    'second-factor.taken-off': 'The second step was taken off somebody',
    'recovery-codes.made': 'A new sheet of codes was made',
    'recovery-code.used': 'A code from the sheet was used',
    'second-factor-rule.set': 'The second step was required',
    'second-factor-rule.lifted': 'The second step was no longer required',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof accessDeeds> {}
}
