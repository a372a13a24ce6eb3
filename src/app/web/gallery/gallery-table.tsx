import { type AssignmentState, assignmentStates } from '../../../kernel/assignment-state.ts'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { StateBadge } from '../../../web/state-mark.tsx'

type Row = { number: string; title: string; school: string; due: string; hours: number; state: AssignmentState }

const titles = [
  'Установочный семинар для управленческих команд школ',
  'Вебинары по анализу результатов ВПР',
  'Диагностика предметных и методических компетенций учителей',
  'Собеседование с управленческой командой по итогам анализа причин низких результатов',
]

const schools = ['Школа № 27', 'Школа № 3', 'Лицей № 1', 'Сосновская школа']

const rows: Row[] = assignmentStates.map((state, index) => ({
  number: `1.${index + 1}`,
  title: titles[index % titles.length] ?? '',
  school: schools[index % schools.length] ?? '',
  due: `${String(index + 10)}.02.2024`,
  hours: index * 7,
  state,
}))

const columns: Column<Row>[] = [
  { key: 'number', head: 'Мероприятие', cell: (row) => `${row.number} ${row.title}`, isLong: true, foot: 'Всего' },
  { key: 'school', head: 'Школа', cell: (row) => row.school, foot: '' },
  { key: 'due', head: 'Срок', cell: (row) => row.due },
  { key: 'hours', head: 'Участников', cell: (row) => row.hours, align: 'number', foot: 385 },
  { key: 'state', head: 'Состояние', cell: (row) => <StateBadge state={row.state} /> },
]

type Props = {
  state: string | null
  school: string | null
  open: string | null
  onChange: (change: Record<string, string | undefined>) => void
}

export function GalleryTable({ state, school, open, onChange }: Props) {
  const shown = rows.filter((row) => (!state || row.state === state) && (!school || row.school === school))
  return (
    <section>
      <h2>Таблица</h2>
      <FilterChips
        filters={[
          { key: 'school', label: 'Школа', value: school, options: schools.map((one) => ({ value: one, label: one })) },
          {
            key: 'state',
            label: 'Состояние',
            value: state,
            options: assignmentStates.map((one) => ({ value: one, label: one })),
          },
        ]}
        onChange={(key, value) => onChange({ [key]: value ?? undefined })}
      />
      <DataTable
        caption="Мероприятия"
        columns={columns}
        rows={shown}
        keyOf={(row) => row.number}
        total={rows.length}
        exportHref="/api/x.xlsx"
        openKey={open}
        onOpen={(row) => onChange({ open: row.number })}
      />
    </section>
  )
}
