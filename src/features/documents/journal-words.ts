import type { Language } from '../../kernel/words.ts'
import type { DocumentKind, DocumentStatus } from './document.ts'

type JournalWords = {
  name: string
  head: readonly string[]
  kinds: Record<DocumentKind, string>
  statuses: Record<DocumentStatus, string>
}

/** The journal in words, for its table and for the screen alike. */
export const journalWords: Record<Language, JournalWords> = {
  ru: {
    name: 'Журнал документов',
    head: ['№', 'Дата', 'Вид', 'О чём', 'От кого', 'Ответить до', 'Состояние'],
    kinds: {
      order: 'Приказ',
      letter: 'Письмо',
      protocol: 'Протокол',
      report: 'Справка',
      'incoming-letter': 'Входящее письмо',
      resolution: 'Резолюция',
    },
    statuses: {
      draft: 'Черновик',
      registered: 'Зарегистрирован',
      signed: 'Подписан',
      abandoned: 'Отложен',
    },
  },
  en: {
    name: 'Journal of documents',
    head: ['№', 'Date', 'Kind', 'About', 'From', 'Answer by', 'State'],
    kinds: {
      order: 'Order',
      letter: 'Letter',
      protocol: 'Protocol',
      report: 'Report',
      'incoming-letter': 'Incoming letter',
      resolution: 'Resolution',
    },
    statuses: {
      draft: 'Draft',
      registered: 'Registered',
      signed: 'Signed',
      abandoned: 'Given up',
    },
  },
}
