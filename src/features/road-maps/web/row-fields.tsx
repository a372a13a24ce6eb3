import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { holders } from '../../../kernel/proof.ts'
import { useLanguage } from '../../../web/language.ts'
import { useWords } from '../../../web/use-words.ts'
import type { ActivityChange } from '../import-contract.ts'
import { rowWords } from '../row-words.ts'
import { sayPeriod } from '../say-period.ts'
import type { Understanding, UnderstoodActivity } from '../understanding.ts'
import { imports } from './client.ts'
import marks from './editable-text.module.css'
import { EditableText } from './editable-text.tsx'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'
import { ProofField } from './proof-field.tsx'
import classes from './row-fields.module.css'

/** The understood values of a row, each open to change where it stands. */
export function RowFields({ row }: { row: UnderstoodActivity }) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const [language] = useLanguage()
  const change = useRowChange(row)
  const text = (field: 'number' | 'title' | 'expectedResult', isLong: boolean) => (
    <EditableText
      id={`${row.key}.${field}`}
      name={t(`field.${field}`)}
      value={row[field] ?? ''}
      isLong={isLong}
      isChanged={row.changed.includes(field)}
      onSave={(value) =>
        change(t(`field.${field}`), value, { [field]: value === '' && field !== 'title' ? null : value }, field)
      }
    />
  )
  const list = (field: 'executors' | 'targetGroups') => (
    <EditableText
      id={`${row.key}.${field}`}
      name={t(`field.${field}`)}
      hint={t('field.executors.hint')}
      value={(field === 'executors' ? (row.executors?.names ?? []) : row.targetGroups).join(', ')}
      isChanged={row.changed.includes(field)}
      onSave={(value) => change(t(`field.${field}`), value, { [field]: listOf(value) }, field)}
    />
  )
  return (
    <div className={classes.fields}>
      <div className={classes.title}>
        {text('number', false)}
        {text('title', true)}
      </div>
      <dl>
        <Field term={t('field.period')}>
          <EditableText
            id={`${row.key}.period`}
            name={t('field.period')}
            label={t('field.period.edit')}
            hint={t('field.period.hint')}
            value={row.periodReading ?? row.period?.text ?? ''}
            {...(row.period ? { shown: sayPeriod(row.period, language) } : {})}
            isChanged={row.periodReading !== null}
            onSave={(value) => change(t('field.period'), value, { periodReading: value }, 'period')}
          />
        </Field>
        <Field term={t('field.executors')}>{list('executors')}</Field>
        <Field term={t('field.expectedResult')}>{text('expectedResult', true)}</Field>
        <Field term={t('field.targetGroups')}>{list('targetGroups')}</Field>
        <Field term={t('field.heldBy')} isChanged={row.changed.includes('heldBy')}>
          <NativeSelect
            aria-label={t('field.heldBy')}
            className={classes.select}
            size="xs"
            value={row.heldBy}
            data={holders.map((one) => ({ value: one, label: say(`heldBy.${one}`) }))}
            onChange={(event) => {
              const heldBy = holders.find((one) => one === event.currentTarget.value)
              if (heldBy) change(t('field.heldBy'), say(`heldBy.${heldBy}`), { heldBy })
            }}
          />
        </Field>
        <Field term={t('field.proof')} isChanged={row.changed.includes('proof')}>
          <ProofField
            proof={row.proof}
            onChange={(proof) =>
              change(t('field.proof'), proof.map((one) => say(`proof.${one}`)).join(', '), { proof })
            }
          />
        </Field>
      </dl>
    </div>
  )
}

function Field({ term, isChanged = false, children }: { term: string; isChanged?: boolean; children: ReactNode }) {
  const t = useWords(words)
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children}
        {isChanged ? <span className={marks.changed}>{t('field.changed')}</span> : null}
      </dd>
    </div>
  )
}

/** Sends one change of a row, and says how the same value reads in another state. */
export function useRowChange(row: UnderstoodActivity) {
  const { editing } = useImport()
  return (name: string, yours: string, change: ActivityChange, field?: string) =>
    editing.edit({
      send: (edit) => imports.changeActivity({ ...edit, key: row.key, change }),
      name,
      yours,
      ...(field && { field: `${row.key}.${field}` }),
      read: (understanding) => shownIn(understanding, row.key, change),
    })
}

function shownIn(understanding: Understanding, key: string, change: ActivityChange): string {
  const row = understanding.sections.flatMap((section) => section.activities).find((one) => one.key === key)
  if (!row) return ''
  if (change.periodReading !== undefined) return row.periodReading ?? row.period?.text ?? ''
  if (change.executors) return row.executors?.names.join(', ') ?? ''
  if (change.targetGroups) return row.targetGroups.join(', ')
  if (change.expectedResult !== undefined) return row.expectedResult ?? ''
  if (change.number !== undefined) return row.number ?? ''
  return row.title
}

function listOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
