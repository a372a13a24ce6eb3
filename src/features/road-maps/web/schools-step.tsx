import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DataTable } from '../../../web/data-table.tsx'
import { useDraft } from '../../../web/draft.ts'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { useWords } from '../../../web/use-words.ts'
import { supportVariants } from '../../programmes/programme.ts'
import { variantWords } from '../../programmes/words.ts'
import type { ParticipantChange } from '../import-contract.ts'
import type { UnderstoodOrganisation } from '../understanding.ts'
import { imports, organisations } from './client.ts'
import { EditableText } from './editable-text.tsx'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'
import classes from './schools-step.module.css'

type Row = { place: number; one: UnderstoodOrganisation }

/** The schools of the order: which of them are known, what they are called, and the variant of each. */
export function SchoolsStep() {
  const t = useWords(words)
  const say = useWords(variantWords)
  const { understanding } = useImport()
  const change = useParticipantChange()
  const known = useCall(organisations.listOrganisations, {})
  const schools = (known.data?.organisations ?? []).filter((one) => one.kind === 'school')
  const rows = understanding.participants.map((one, place) => ({ place, one }))
  const undecided = rows.filter(({ one }) => one.included && one.variant === 'undefined').length
  const choices = [
    { value: '', label: t('schools.create') },
    ...schools.map((one) => ({ value: one.id, label: one.shortName })),
  ]
  return (
    <div className={classes.step}>
      <p>{t('schools.lead')}</p>
      {undecided > 0 ? <Notice>{t('schools.undefined', { count: undecided })}</Notice> : null}
      <DataTable<Row>
        caption={t('schools.caption')}
        rows={rows}
        keyOf={({ place }) => String(place)}
        empty={t('schools.none')}
        columns={[
          {
            key: 'name',
            head: t('schools.shortName'),
            isLong: true,
            cell: ({ one, place }) => (
              <EditableText
                id={`school.${place}.shortName`}
                name={t('schools.shortName')}
                value={one.shortName}
                isChanged={one.text !== '' && one.organisationId === null && one.shortName !== one.text}
                onSave={(shortName) => change(place, t('schools.shortName'), shortName, { shortName })}
              />
            ),
          },
          {
            key: 'variant',
            head: t('schools.variant'),
            cell: ({ one, place }) => (
              <NativeSelect
                className={classes.variant}
                size="xs"
                aria-label={`${t('schools.variant')}: ${one.shortName}`}
                value={one.variant}
                data={supportVariants.map((variant) => ({ value: variant, label: say(`short.${variant}`) }))}
                onChange={(event) => {
                  const variant = supportVariants.find((wanted) => wanted === event.currentTarget.value)
                  if (variant) change(place, t('schools.variant'), say(variant), { variant })
                }}
              />
            ),
          },
          {
            key: 'match',
            head: t('schools.match'),
            cell: ({ one, place }) => (
              <NativeSelect
                className={classes.match}
                size="xs"
                aria-label={`${t('schools.match')}: ${one.shortName}`}
                value={one.organisationId ?? ''}
                data={choices}
                onChange={(event) => {
                  const organisationId = event.currentTarget.value || null
                  change(place, t('schools.match'), one.shortName, { organisationId })
                }}
              />
            ),
          },
          {
            key: 'included',
            head: t('schools.included'),
            align: 'mark',
            cell: ({ one, place }) => (
              <Checkbox
                className={classes.mark}
                aria-label={`${t('schools.included')}: ${one.shortName}`}
                checked={one.included}
                onChange={(event) =>
                  change(place, t('schools.included'), one.shortName, { included: event.currentTarget.checked })
                }
              />
            ),
          },
          { key: 'text', head: t('schools.inOrder'), isLong: true, cell: ({ one }) => one.text || '—' },
          {
            key: 'full',
            head: t('schools.fullName'),
            isLong: true,
            cell: ({ one, place }) => (
              <EditableText
                id={`school.${place}.fullName`}
                name={t('schools.fullName')}
                value={one.fullName}
                isChanged={false}
                onSave={(fullName) => change(place, t('schools.fullName'), fullName, { fullName })}
              />
            ),
          },
        ]}
      />
      <AddSchool />
    </div>
  )
}

type SentChange = Omit<ParticipantChange, 'organisationId'> & { organisationId?: string | null }

function useParticipantChange() {
  const { editing } = useImport()
  return (place: number, name: string, yours: string, change: SentChange) =>
    editing.edit({
      send: (edit) => imports.changeParticipant({ ...edit, participant: String(place), change }),
      name,
      yours,
      read: ({ participants }) => participants[place]?.shortName ?? '',
    })
}

function AddSchool() {
  const t = useWords(words)
  const { view, editing } = useImport()
  const draft = useDraft(`add-school.${view.id}`, '')
  const [isOpen, setOpen] = useState(false)
  const add = () => {
    const shortName = draft.value.trim()
    editing.edit({
      send: (edit) => imports.addParticipant({ ...edit, organisationId: null, shortName }),
      name: t('schools.add'),
      yours: shortName,
      read: ({ participants }) => participants.at(-1)?.shortName ?? '',
    })
    draft.clear()
    setOpen(false)
  }
  if (!isOpen)
    return (
      <Button className={classes.begin} onClick={() => setOpen(true)}>
        {t('schools.add')}
      </Button>
    )
  return (
    <div className={classes.add}>
      <TextInput
        className={classes.name}
        label={t('schools.add.name')}
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <Button disabled={draft.value.trim().length < 2} onClick={add}>
        {t('row.add.save')}
      </Button>
      <Button variant="subtle" onClick={() => setOpen(false)}>
        {t('field.cancel')}
      </Button>
    </div>
  )
}
