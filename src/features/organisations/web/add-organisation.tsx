import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { Actor } from '../../../kernel/actor.ts'
import { announce } from '../../../web/announce.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { useDraft } from '../../../web/draft.ts'
import { FormErrors } from '../../../web/form-errors.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { canManageOrganisations, mayStandBelow } from '../organisation.ts'
import { organisationsWords } from '../screen-words.ts'
import classes from './form.module.css'
import { organisationsClient } from './organisations-client.ts'
import { useForm } from './use-form.ts'

const kinds = ['school', 'institute', 'authority'] as const
type Kind = (typeof kinds)[number]
const empty = { kind: 'school', parentId: '', shortName: '', fullName: '' }

/** A school of an authority, or the institute that stands beside it. */
export function AddOrganisation({ actor, onClose }: { actor: Actor; onClose: () => void }) {
  const t = useWords(organisationsWords)
  const formId = useId()
  const { data } = useCall(organisationsClient.listOrganisations, {})
  const draft = useDraft('organisation.new', empty)
  const own = data?.organisations.filter((one) => one.closedOn === null && canManageOrganisations(actor, one)) ?? []
  const fitFor = (kind: Kind) => own.filter((one) => mayStandBelow(kind, one.kind))
  const kind = kinds.find((one) => one === draft.value.kind) ?? 'school'
  const parents = fitFor(kind)
  const parentId = parents.find((one) => one.id === draft.value.parentId)?.id ?? parents[0]?.id ?? ''
  const done = ({ shortName }: { shortName: string }) => {
    draft.clear()
    announce(t('add.done', { name: shortName }))
    onClose()
  }
  const add = useChange(organisationsClient.addOrganisation, { onDone: done })
  const form = useForm({
    name: 'newOrganisation',
    values: { ...draft.value, kind, parentId },
    set: draft.set,
    refusal: add.refusal,
    faultAt: { 'organisation.known': 'fullName' },
    send: ({ kind: _, ...rest }) => add.run({ ...rest, kind }),
    check: ({ shortName, fullName }) => ({
      shortName: shortName.trim().length < 2 ? t('form.shortName.fault') : null,
      fullName: fullName.trim().length < 2 ? t('form.fullName.fault') : null,
    }),
  })
  return (
    <Dialog
      isOpen
      title={t('add.button')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('add.cancel')}</Button>
          <Button type="submit" form={formId} variant="filled" loading={add.isPending}>
            {t('add.button')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <RefusalNote refusal={form.note} onRetry={add.retry} />
        <NativeSelect
          {...form.field('kind')}
          label={t('add.kind')}
          data={kinds.filter((one) => fitFor(one).length > 0).map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        />
        {parents.length > 1 ? (
          <NativeSelect
            {...form.field('parentId')}
            label={t('add.parent')}
            data={parents.map((one) => ({ value: one.id, label: one.shortName }))}
          />
        ) : null}
        <TextInput
          {...form.field('shortName')}
          label={t('form.shortName')}
          description={t('form.shortName.hint')}
          maxLength={400}
        />
        <TextInput
          {...form.field('fullName')}
          label={t('form.fullName')}
          description={t('form.fullName.hint')}
          maxLength={400}
        />
        <p className={classes.hint}>{t('add.next')}</p>
      </form>
    </Dialog>
  )
}
