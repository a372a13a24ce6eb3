import { useState } from 'react'
import { dotted, isDay } from '../../../kernel/day.ts'
import { readDay } from '../../../web/read-day.ts'
import { useWords } from '../../../web/use-words.ts'
import type { PlacedFinding } from '../findings-of-rows.ts'
import type { HeaderChange } from '../import-contract.ts'
import type { SourceBlock } from '../order.ts'
import type { Understanding } from '../understanding.ts'
import { imports } from './client.ts'
import { EditableText } from './editable-text.tsx'
import { FindingCard } from './finding-card.tsx'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'
import rowClasses from './row-fields.module.css'
import { SourceBlocks } from './source-blocks.tsx'
import classes from './understood-row.module.css'

const FIRST = 9

const fields = [
  'title',
  'programmeTitle',
  'year',
  'schoolYear',
  'orderNumber',
  'orderDate',
  'authorityName',
  'coordinatorText',
  'controllerText',
  'signatoryText',
] as const
type Field = (typeof fields)[number]

type HeadProps = { findings: readonly PlacedFinding[]; isActive: boolean; hasSigned: boolean }

/** What stands above the table: the order's paragraphs, and what was understood of them. */
export function HeadRow({ findings, isActive, hasSigned }: HeadProps) {
  const t = useWords(words)
  const { view, understanding } = useImport()
  const shown = fields.filter((field) => field !== 'schoolYear' || understanding.schoolYear !== null)
  return (
    <article
      id="place-head"
      className={classes.row}
      tabIndex={-1}
      data-active={isActive}
      data-alone={!hasSigned}
      aria-label={t('findings.where.order')}
    >
      {hasSigned ? (
        <div className={classes.signed}>
          <Paragraphs blocks={view.source} />
        </div>
      ) : null}
      <div className={classes.understood}>
        <div className={rowClasses.fields}>
          <dl>
            {shown.map((field) => (
              <div key={field}>
                <dt>{t(`head.${field}`)}</dt>
                <dd>
                  <HeadField field={field} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      {findings.length > 0 ? (
        <div className={classes.findings}>
          {findings.map((one) => (
            <FindingCard key={one.index} placed={one} />
          ))}
        </div>
      ) : null}
    </article>
  )
}

function Paragraphs({ blocks }: { blocks: readonly SourceBlock[] }) {
  const t = useWords(words)
  const { understanding } = useImport()
  const [isWhole, setWhole] = useState(false)
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  const rest = paragraphs.length - FIRST
  if (paragraphs.length === 0) return <p>{t(understanding.nextYear ? 'source.carried' : 'source.template')}</p>
  return (
    <>
      <SourceBlocks blocks={isWhole ? paragraphs : paragraphs.slice(0, FIRST)} />
      {rest > 0 ? (
        <button type="button" className={classes.rest} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('source.less') : t('source.paragraphs', { count: rest })}
        </button>
      ) : null}
    </>
  )
}

function HeadField({ field }: { field: Field }) {
  const t = useWords(words)
  const { understanding, editing } = useImport()
  const name = t(`head.${field}`)
  const save = (text: string) => {
    const change = changeOf(field, text)
    if (!change) return
    editing.edit({
      send: (edit) => imports.changeHeader({ ...edit, change }),
      name,
      yours: text,
      field: `head.${field}`,
      read: (other) => shownIn(other, field),
    })
  }
  return (
    <EditableText
      id={`head.${field}`}
      name={name}
      value={shownIn(understanding, field)}
      isLong={field === 'title'}
      isChanged={understanding.changed.includes(field)}
      onSave={save}
    />
  )
}

function shownIn(understanding: Understanding, field: Field): string {
  const value = understanding[field]
  if (field === 'orderDate') return typeof value === 'string' && isDay(value) ? dotted(value) : ''
  return value === null ? '' : String(value)
}

/** Null where the text is no date or no year: the field stays as it was. */
function changeOf(field: Field, text: string): HeaderChange | null {
  if (field === 'orderDate') {
    const orderDate = readDay(text)
    return orderDate || text === '' ? { orderDate } : null
  }
  if (field === 'year' || field === 'schoolYear') {
    if (text === '') return { [field]: null }
    return /^20\d\d$/.test(text) ? { [field]: Number(text) } : null
  }
  return { [field]: field === 'orderNumber' && text === '' ? null : text }
}
