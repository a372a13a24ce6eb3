import { defineWords } from '../../kernel/words.ts'

/** What «Сегодня» says of mail to whoever can mend it. */
export const mailTodayWords = defineWords({
  namespace: 'messages.today',
  ru: {
    waiting: 'Письма не уходят; ничего не потеряно, ждут отправки: {{count}}.',
    refused: 'Часть писем не ушла.',
    'waiting.above':
      'Письма вашим людям не уходят; ничего не потеряно, ждут отправки: {{count}}. Почту настраивает администратор: {{keeper}}.',
    'refused.above': 'Часть писем вашим людям не ушла. Почту настраивает администратор: {{keeper}}.',
    press: 'Посмотреть, что делать',
  },
  en: {
    waiting: 'Letters do not leave; nothing is lost, waiting: {{count}}.',
    refused: 'Some letters did not leave.',
    'waiting.above':
      'Letters to your people do not leave; nothing is lost, waiting: {{count}}. The administrator has the mail in hand: {{keeper}}.',
    'refused.above': 'Some letters to your people did not leave. The administrator has the mail in hand: {{keeper}}.',
    press: 'See what to do',
  },
})
