import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const upkeepRefusals = defineWords({
  namespace: 'upkeep.refusals',
  ru: {
    'upkeep.not-yours':
      'Копия содержит данные всех организаций, поэтому ею занимается администратор той, что стоит над всеми. Обратитесь к нему.',
    'upkeep.under-way': 'Копия уже делается. Дождитесь её: страница покажет, когда она готова.',
    'upkeep.missing': 'Такой копии в папке нет. Возможно, её уже сменила новая. Обновите страницу.',
    'upkeep.changed-meanwhile': 'Настройки копий тем временем изменил другой человек. Ниже обе записи.',
    'upkeep.folder-relative': 'Укажите папку полностью, от корня диска: например /media/disk/opora или D:\\opora.',
    'upkeep.folder-closed':
      'В эту папку нельзя записать: её нет, диск не подключён или нет прав. Проверьте и повторите.',
  },
  en: {
    'upkeep.not-yours':
      'A copy holds the data of all organisations, so the administrator of the one above them all looks after it.',
    'upkeep.under-way': 'A copy is being made. Wait for it: the page will show when it is ready.',
    'upkeep.missing': 'There is no such copy in the folder. A newer one may have taken its place. Reload the page.',
    'upkeep.changed-meanwhile': 'Somebody else has changed the settings of copies meanwhile. Both are shown below.',
    'upkeep.folder-relative': 'Give the whole path from the root of the disk: /media/disk/opora or D:\\opora.',
    'upkeep.folder-closed':
      'This folder cannot be written to: it is missing, unplugged or closed. Check and try again.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof upkeepRefusals> {}
}
