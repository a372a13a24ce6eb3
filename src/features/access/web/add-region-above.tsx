import { Button, TextInput } from '@mantine/core'
import { useId } from 'react'
import { type Actor, holds } from '../../../kernel/actor.ts'
import { announce } from '../../../web/announce.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { useDraft } from '../../../web/draft.ts'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../../organisations/screen-words.ts'
import classes from '../../organisations/web/form.module.css'
import type { Organisation } from '../../organisations/web/tree-rows.ts'
import { useForm } from '../../organisations/web/use-form.ts'
import { accessClient } from './access-client.ts'

type Props = { authorities: readonly Organisation[]; onClose: () => void }

const empty = { shortName: '', fullName: '' }

/** The authorities above which this person may put a region: hers, with nobody above them. */
export function topsOf(actor: Actor, organisations: readonly Organisation[]): Organisation[] {
  return organisations.filter(
    (one) =>
      one.kind === 'authority' &&
      one.parentId === null &&
      one.closedOn === null &&
      holds(actor, ['administrator'], one),
  )
}

/** A region above the authorities of this installation; schools, plans and people go along as they are. */
export function AddRegionAbove({ authorities, onClose }: Props) {
  const t = useWords(organisationsWords)
  const formId = useId()
  const draft = useDraft('organisation.region', empty)
  const add = useChange(accessClient.addRegionAbove, {
    onDone: ({ shortName }) => {
      draft.clear()
      announce(t('above.done', { name: shortName }))
      onClose()
    },
  })
  const form = useForm({
    name: 'region',
    values: draft.value,
    set: draft.set,
    refusal: add.refusal,
    faultAt: { 'organisation.known': 'fullName' },
    send: (names) => add.run({ ...names, authorities: authorities.map(({ id, rowVersion }) => ({ id, rowVersion })) }),
    check: ({ shortName, fullName }) => ({
      shortName: shortName.trim().length < 2 ? t('form.shortName.fault') : null,
      fullName: fullName.trim().length < 2 ? t('form.fullName.fault') : null,
    }),
  })
  return (
    <Dialog
      isOpen
      title={t('above.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('add.cancel')}</Button>
          <Button type="submit" form={formId} variant="filled" loading={add.isPending}>
            {t('above.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <RefusalNote refusal={form.note} onRetry={add.retry} />
        <p>{t('above.text', { names: authorities.map((one) => one.shortName).join(', ') })}</p>
        <TextInput {...form.field('shortName')} label={t('form.shortName')} maxLength={400} />
        <TextInput {...form.field('fullName')} label={t('form.fullName')} maxLength={400} />
      </form>
    </Dialog>
  )
}
