import { NativeSelect } from '@mantine/core'
import { assignmentParts, type PartyClass, partyClasses } from '../../../kernel/part.ts'
import { DataTable } from '../../../web/data-table.tsx'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../row-words.ts'
import { standingRows, type UnderstoodActivity } from '../understanding.ts'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'
import { useRowChange } from './row-fields.tsx'
import classes from './schools-step.module.css'

/** Who executes, who takes part, who is informed: seen as a table before anything is made. */
export function PartsStep() {
  const t = useWords(words)
  const say = useWords(rowWords)
  const { understanding } = useImport()
  const rows = standingRows(understanding).map(({ row }) => row)
  return (
    <div className={classes.step}>
      <p>{t('parts.lead')}</p>
      <DataTable
        caption={t('parts.caption')}
        rows={rows}
        keyOf={(row) => row.key}
        columns={[
          {
            key: 'title',
            head: t('parts.activity'),
            isLong: true,
            cell: (row) => (
              <>
                <b>{row.number}</b> {row.title}
              </>
            ),
          },
          ...partyClasses.map((party) => ({
            key: party,
            head: say(`party.${party}`),
            cell: (row: UnderstoodActivity) => <PartSelect row={row} party={party} />,
          })),
        ]}
      />
    </div>
  )
}

function PartSelect({ row, party }: { row: UnderstoodActivity; party: PartyClass }) {
  const say = useWords(rowWords)
  const change = useRowChange(row)
  const name = `${say(`party.${party}`)}: ${row.number ?? row.title}`
  return (
    <NativeSelect
      className={classes.part}
      size="xs"
      aria-label={name}
      value={row.parts[party] ?? ''}
      data={[
        { value: '', label: say('part.none') },
        ...assignmentParts.map((part) => ({ value: part, label: say(`part.${part}`) })),
      ]}
      onChange={(event) => {
        const part = assignmentParts.find((one) => one === event.currentTarget.value) ?? null
        change(name, say(`part.${part ?? 'none'}`), { parts: { ...row.parts, [party]: part } })
      }}
    />
  )
}
