import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const packetsRefusals = defineWords({
  namespace: 'packets.refusals',
  ru: {
    'packet.unreadable': 'Таблицу не удалось прочитать. {{said}}',
    'packet.no-packet':
      'Это не таблица бумажного пакета: в ней нет ни одной его строки. Заполните таблицу, скачанную на этой странице.',
    'packet.of-another-school': 'Это пакет другой организации. Откройте её страницу и верните его там.',
    'packet.nothing-to-record': 'Вносить нечего: новых заполненных строк в таблице нет.',
  },
  en: {
    'packet.unreadable': 'The table cannot be read. {{said}}',
    'packet.no-packet': 'This is no table of a paper packet: it has none of its rows. Fill in the table of this page.',
    'packet.of-another-school': 'This is the packet of another organisation. Bring it back on that one’s page.',
    'packet.nothing-to-record': 'There is nothing to record: the table has no new filled rows.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof packetsRefusals> {}
}
