import { defineWords } from '../../kernel/words.ts'

/** What «Сегодня» says of mail to whoever can mend it. */
export const mailTodayWords = defineWords({
  namespace: 'messages.today',
  ru: {
    waiting: 'Письма не уходят; ничего не потеряно, ждут отправки: {{count}}.',
    refused: 'Часть писем не ушла.',
    press: 'Посмотреть, что делать',
  },
  en: {
    waiting: 'Letters do not leave; nothing is lost, waiting: {{count}}.',
    refused: 'Some letters did not leave.',
    press: 'See what to do',
  },
})
