import { type Day, dotted } from '../../kernel/day.ts'
import { plainTable, type WrittenBlock } from '../../paper/written.ts'
import type { Destroyed } from './destruction.ts'

export type Act = {
  number: string
  signedOn: Day
  reason: string
  backupsUntil: Day
  operator: string
  /** Who it is about: by name before the destruction, by number afterwards. */
  subject: string
  destroyedBy: string
  destroyed: readonly Destroyed[]
}

const CATEGORIES =
  'фамилия, имя, отчество; должность; имя для входа и адрес почты; сведения о входах, ссылках и втором шаге входа; роли; упоминания в записях и в журнале'
const METHOD =
  'удаление строк и замена значений в базе данных без возможности восстановления средствами системы; действия других людей сохранены без имени'
const LOOKED_THROUGH =
  'записи и журнал управления, к которому относится человек, и его организаций (у работника региона — всего региона), а также собственные записи человека. Не просматривались: записи других управлений, где может быть назван однофамилец, и содержание загруженных файлов. Слова подписанных документов оставлены'

/** The act of order № 179 of Roskomnadzor of 28.10.2022, for signing, with the extract from the journal below. */
export function actBlocks(act: Act): WrittenBlock[] {
  const rows = [
    ['Оператор', act.operator],
    ['Субъект персональных данных', act.subject],
    ['Кто уничтожил (фамилия, имя, отчество, должность)', act.destroyedBy],
    ['Категории уничтоженных данных', CATEGORIES],
    ['Информационная система', 'Опора'],
    ['Способ уничтожения', METHOD],
    ['Где искали упоминания', LOOKED_THROUGH],
    ['Причина уничтожения', act.reason],
    ['Дата уничтожения', dotted(act.signedOn)],
    [
      'Резервные копии',
      `копии, сделанные до уничтожения, могут содержать данные до ${dotted(act.backupsUntil)}; после этого дня они удалены`,
    ],
  ]
  const extract = act.destroyed.map(({ title, count }) => [title, String(count)])
  return [
    { text: `АКТ № ${act.number} от ${dotted(act.signedOn)}`, align: 'center', isBold: true },
    { text: 'об уничтожении персональных данных', align: 'center', isBold: true },
    { ...plainTable(['Что указывается', 'Сведения'], rows), widths: [3, 7] },
    { text: '' },
    { text: 'Подпись уничтожившего: ____________________    Подпись руководителя: ____________________' },
    { text: '' },
    { text: 'Выгрузка из журнала регистрации событий в информационной системе «Опора»', isBold: true },
    { text: `Субъект: ${act.subject}. Причина: ${act.reason}. Дата: ${dotted(act.signedOn)}.` },
    extract.length > 0
      ? { ...plainTable(['Где', 'Сколько'], extract), widths: [8, 2] }
      : { text: 'Заполняется после уничтожения: скачайте акт ещё раз.' },
  ]
}
