import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const messagesRefusals = defineWords({
  namespace: 'messages.refusals',
  ru: {
    'mail.not-yours': 'Почтой занимается администратор той организации, что стоит над всеми. Обратитесь к нему.',
    'mail.changed-meanwhile': 'Настройки почты тем временем изменил другой человек. Ниже обе записи.',
    'mail.host-missing': 'Укажите почтовый сервер, например smtp.example.ru.',
    'mail.from-missing': 'Укажите адрес, с которого уходят письма.',
    'mail.no-address': 'Сначала укажите свой адрес на странице «Уведомления»: проверочное письмо придёт на него.',
    'mail.letter-missing': 'Такого письма нет. Возможно, оно старше трёх месяцев и удалено.',
    'mail.not-to-be-repeated': 'Это письмо уже отправлено или ждёт отправки: повторять не нужно.',
    'letters.changed-meanwhile': 'Эти настройки тем временем изменены в другом окне. Ниже обе записи.',
    'letters.feed-unknown':
      'Такой ссылки на календарь нет: её отозвали или заменили. Новую даёт страница «Уведомления».',
    'letters.link-unknown': 'Эта ссылка неполная или устарела. Войдите и выберите письма на странице «Уведомления».',
  },
  en: {
    'mail.not-yours': 'Mail is looked after by the administrator of the organisation above all others. Ask there.',
    'mail.changed-meanwhile': 'Somebody else has changed the settings of mail meanwhile. Both are shown below.',
    'mail.host-missing': 'Give the mail server, for example smtp.example.ru.',
    'mail.from-missing': 'Give the address from which letters leave.',
    'mail.no-address': 'First give your own address on the page “Notifications”: the letter goes there.',
    'mail.letter-missing': 'There is no such letter. It may be older than three months and deleted.',
    'mail.not-to-be-repeated': 'This letter has left or is waiting: it need not be sent again.',
    'letters.changed-meanwhile': 'These settings were changed in another window meanwhile. Both are shown below.',
    'letters.feed-unknown':
      'There is no such calendar link: it was ended or replaced. The page “Notifications” gives a new one.',
    'letters.link-unknown': 'This link is incomplete or old. Sign in and choose letters on the page “Notifications”.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof messagesRefusals> {}
}
