import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import * as z from 'zod'
import { DaySchema } from '../../../kernel/day.ts'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMay } from '../../access/web/me.ts'
import { documentsContract } from '../contract.ts'
import { documentKinds, documentStatuses } from '../document.ts'
import type { DocumentSummary } from '../view.ts'
import { documents } from './client.ts'
import { DocumentBadge } from './document-badge.tsx'
import classes from './documents.module.css'
import { Letterheads } from './letterheads.tsx'
import { NewDocument } from './new-document.tsx'
import { NewLetter } from './new-letter.tsx'
import { paths } from './paths.ts'
import { useJournalWords } from './use-journal-words.ts'
import { words } from './words.ts'

const AddressSchema = z.object({
  kind: z.enum(documentKinds).optional().catch(undefined),
  status: z.enum(documentStatuses).optional().catch(undefined),
  text: z.string().max(200).optional().catch(undefined),
  from: DaySchema.optional().catch(undefined),
  to: DaySchema.optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
  new: z.enum(['document', 'letter', 'letterhead']).optional().catch(undefined),
})

/** «Документы»: the journal, and where a new paper begins. `records`: papers filled from the project's records. */
export function DocumentsJournal({ records }: { records: ReactNode }) {
  const t = useWords(words)
  const [{ new: begun, page = 1, ...search }, setAddress] = useUrlState(AddressSchema)
  const mayKeep = useMay(documentsContract.draftDocument)
  const found = useCall(documents.listDocuments, { ...search, page }, { keepPrevious: true })
  const close = () => setAddress({ new: undefined })
  return (
    <Page
      title={t('title')}
      more={
        mayKeep
          ? [
              { label: t('receive'), onSelect: () => setAddress({ new: 'letter' }) },
              { label: t('letterheads.title'), onSelect: () => setAddress({ new: 'letterhead' }) },
            ]
          : []
      }
      primary={
        mayKeep ? (
          <Button variant="filled" onClick={() => setAddress({ new: 'document' })}>
            {t('write')}
          </Button>
        ) : null
      }
    >
      <div className={classes.journal}>
        <Search />
        <Loaded call={found}>
          {({ documents: rows, total }) => <Journal rows={rows} total={total} mayKeep={mayKeep} />}
        </Loaded>
      </div>
      {begun === 'document' && mayKeep ? <NewDocument records={records} onClose={close} /> : null}
      {begun === 'letterhead' && mayKeep ? <Letterheads onClose={close} /> : null}
      {begun === 'letter' && mayKeep ? <NewLetter onClose={close} /> : null}
    </Page>
  )
}

function Search() {
  const t = useWords(words)
  const say = useJournalWords()
  const [address, setAddress] = useUrlState(AddressSchema)
  const filters = [
    {
      key: 'kind',
      label: t('filter.kind'),
      value: address.kind ?? null,
      options: documentKinds.map((value) => ({ value, label: say.kinds[value] })),
    },
    {
      key: 'status',
      label: t('filter.status'),
      value: address.status ?? null,
      options: documentStatuses
        .filter((one) => one !== 'abandoned')
        .map((value) => ({ value, label: say.statuses[value] })),
    },
  ]
  const choose = (key: string, value: string | null) => {
    const chosen = AddressSchema.parse({ [key]: value ?? undefined })
    setAddress({ ...(key === 'kind' ? { kind: chosen.kind } : { status: chosen.status }), page: undefined })
  }
  return (
    <div className={classes.search}>
      <SearchText key={address.text ? 'typed' : 'none'} />
      <DayInput
        label={t('filter.from')}
        value={address.from ?? null}
        onChange={(day) => setAddress({ from: day ?? undefined, page: undefined })}
      />
      <DayInput
        label={t('filter.to')}
        value={address.to ?? null}
        onChange={(day) => setAddress({ to: day ?? undefined, page: undefined })}
      />
      <FilterChips filters={filters} onChange={choose} />
    </div>
  )
}

const PAUSE_MS = 300

function SearchText() {
  const t = useWords(words)
  const [address, setAddress] = useUrlState(AddressSchema)
  const [typed, setTyped] = useState(address.text ?? '')
  useEffect(() => {
    if (typed === (address.text ?? '')) return
    const timer = setTimeout(() => setAddress({ text: typed || undefined, page: undefined }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, address.text, setAddress])
  return (
    <TextInput
      type="search"
      label={t('journal.search')}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}

type JournalProps = { rows: readonly DocumentSummary[]; total: number; mayKeep: boolean }

function Journal({ rows, total, mayKeep }: JournalProps) {
  const t = useWords(words)
  const navigate = useNavigate()
  const columns = useColumns()
  const [{ new: _, page = 1, ...search }, setAddress] = useUrlState(AddressSchema)
  const isFiltered = Object.values(search).some((one) => one !== undefined)
  if (total === 0 && !isFiltered && page === 1) {
    return (
      <EmptyState title={t('journal.empty')}>{t(mayKeep ? 'journal.empty.keep' : 'journal.empty.read')}</EmptyState>
    )
  }
  return (
    <>
      <DataTable
        caption={t('journal.caption')}
        columns={columns}
        rows={rows}
        keyOf={(one) => one.id}
        total={total}
        exportHref={hrefOf(documentsContract.exportDocuments, search)}
        onOpen={({ id }) => navigate({ to: paths.document(id) })}
      />
      {rows.length < total ? (
        <nav className={classes.pages} aria-label={t('journal.pages')}>
          <Button disabled={page === 1} onClick={() => setAddress({ page: page > 2 ? page - 1 : undefined })}>
            {t('journal.newer')}
          </Button>
          <span>{t('journal.page', { page })}</span>
          <Button disabled={page * DOCUMENTS_IN_PAGE >= total} onClick={() => setAddress({ page: page + 1 })}>
            {t('journal.older')}
          </Button>
        </nav>
      ) : null}
    </>
  )
}

const DOCUMENTS_IN_PAGE = 50

function useColumns(): Column<DocumentSummary>[] {
  const t = useWords(words)
  const say = useJournalWords()
  const format = useFormat()
  return [
    { key: 'title', head: t('head.title'), isLong: true, cell: ({ title }) => title || t('untitled') },
    { key: 'number', head: t('head.number'), cell: ({ number }) => number ?? '' },
    { key: 'date', head: t('head.date'), cell: ({ signedOn }) => (signedOn ? format.dayShort(signedOn) : '') },
    { key: 'kind', head: t('head.kind'), cell: ({ kind }) => say.kinds[kind] },
    { key: 'from', head: t('head.from'), isLong: true, cell: ({ sender, organisation }) => sender ?? organisation },
    {
      key: 'due',
      head: t('head.due'),
      cell: ({ dueOn, dueTime }) => (dueOn ? `${format.dayShort(dueOn)}${dueTime ? ` ${dueTime}` : ''}` : ''),
    },
    { key: 'status', head: t('head.status'), cell: ({ status }) => <DocumentBadge status={status} /> },
  ]
}
