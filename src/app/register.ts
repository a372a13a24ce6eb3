import '../features/access/register.ts'
import '../features/assignments/register.ts'
import '../features/audit/register.ts'
import '../features/corrections/register.ts'
import '../features/calendar/register.ts'
import '../features/documents/register.ts'
import '../features/files/register.ts'
import '../features/messages/register.ts'
import '../features/organisations/register.ts'
import '../features/personal-data/register.ts'
import '../features/programmes/register.ts'
import '../features/registry/register.ts'
import '../features/road-maps/register.ts'
import '../features/scans/register.ts'
import '../features/school-maps/register.ts'
import '../features/templates/register.ts'
import '../features/thresholds/register.ts'
import '../features/upkeep/register.ts'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { plainTable, type WrittenBlock } from '../paper/written.ts'
import { type ColumnClass, describedTables } from '../server/register.ts'

const classNames: Record<ColumnClass, string> = {
  open: 'открытые',
  personal: 'персональные',
  whose: 'персональные: только номер человека',
  words: 'свободный текст: может назвать человека',
  document: 'слова подписанного документа',
  secret: 'секретные: не показываются и не выгружаются',
}

/** What belongs to no feature: machinery of ours, which holds nothing for long. */
const machinery: string[][] = [
  [
    'Применённые обновления',
    'schema_migration',
    'name, sha256, applied_at',
    classNames.open,
    'Устройство базы',
    'Бессрочно',
  ],
  ['Очередь работ', 'pgboss.*', 'имя работы и номера', classNames.open, 'Фоновая работа', 'До 14 дней'],
]

/** Every column of the database: what it holds, why, and how long. The operator's register of what is processed. */
export function registerBlocks(): WrittenBlock[] {
  const rows = [...describedTables().values()].flatMap(({ table, title, purpose, retention, columns }) =>
    Object.entries(getTableColumns(table)).map(([key, column]) => [
      title,
      getTableName(table),
      column.name,
      classNames[columns[key] ?? 'open'],
      purpose,
      retention,
    ]),
  )
  const table = plainTable(
    ['Что это', 'Таблица', 'Поле', 'Класс данных', 'Зачем хранится', 'Срок хранения'],
    [...rows, ...machinery],
  )
  return [
    { text: 'Перечень данных, которые обрабатывает информационная система «Опора»', align: 'center', isBold: true },
    { text: 'Оператор: ______________________________    Дата: ______________' },
    { ...table, widths: [16, 15, 14, 18, 22, 24] },
  ]
}
