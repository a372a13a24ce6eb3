import { defineWords } from '../../kernel/words.ts'

/** The bell itself: it is on every screen, so it carries no more than this. */
export const bellWords = defineWords({
  namespace: 'messages.bell',
  ru: {
    title: 'Уведомления',
    'title.unread_one': 'Уведомления: {{count}} новое',
    'title.unread_few': 'Уведомления: {{count}} новых',
    'title.unread_many': 'Уведомления: {{count}} новых',
    'title.unread_other': 'Уведомления: {{count}} новых',
    none: 'Уведомлений пока нет.',
    'none.next': 'Здесь появится, что вам направили, сдали, приняли или вернули и какие сроки близко.',
    new: 'новое',
    open: 'Открыть',
    choose: 'Какие письма приходят',
  },
  en: {
    title: 'Notifications',
    'title.unread_one': 'Notifications: {{count}} new',
    'title.unread_other': 'Notifications: {{count}} new',
    none: 'No notifications yet.',
    'none.next':
      'What was sent to you, handed in, accepted or returned, and which deadlines are near, will stand here.',
    new: 'new',
    open: 'Open',
    choose: 'Which letters come',
  },
})
