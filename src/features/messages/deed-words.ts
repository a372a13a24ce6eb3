import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to letters and messages, as the journal tells it. */
export const messagesDeeds = defineWords({
  namespace: 'messages.deeds',
  ru: {
    'mail.settings-changed': 'Изменены настройки почты',
    'mail.tested': 'Отправлено проверочное письмо',
    'mail.sent-again': 'Письмо отправлено ещё раз',
    'messages.read': 'Уведомления прочитаны',
    'letters.chosen': 'Выбраны письма и адрес',
    'calendar.linked': 'Сделана ссылка на календарь',
    'calendar.unlinked': 'Ссылка на календарь отозвана',
    'letters.ended': 'Отказ от писем по ссылке',
  },
  en: {
    'mail.settings-changed': 'The settings of mail were changed',
    'mail.tested': 'A test letter was sent',
    'mail.sent-again': 'A letter was sent again',
    'messages.read': 'Messages were read',
    'letters.chosen': 'Letters and address were chosen',
    'calendar.linked': 'A calendar link was made',
    'calendar.unlinked': 'A calendar link was ended',
    'letters.ended': 'Letters were ended by their link',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof messagesDeeds> {}
}
