import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import { isDay } from '../../../kernel/day.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { useDraft } from '../../../web/draft.ts'
import { FormErrors } from '../../../web/form-errors.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { words } from '../../../web/words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'

const empty = { absentId: '', substituteId: '', startsOn: '', endsOn: '', basis: '' }

/** Hands the work of whoever is away to somebody else for some days. */
export function AddSubstitution({ onClose }: { onClose: () => void }) {
  const t = useWords(settingsWords)
  const shared = useWords(words)
  const formId = useId()
  const people = useCall(accessClient.listPeople, {})
  const draft = useDraft('substitution', empty)
  const done = () => {
    draft.clear()
    announce(t('substitution.added'))
    onClose()
  }
  const add = useChange(accessClient.addSubstitution, { onDone: done })
  const form = useForm({
    name: 'substitution',
    values: draft.value,
    set: draft.set,
    refusal: add.refusal,
    faultAt: { 'access.substitution-self': 'substituteId', 'access.substitution-dates': 'endsOn' },
    send: add.run,
    check: (values) => ({
      absentId: values.absentId === '' ? t('substitution.absent.fault') : null,
      substituteId: substituteFault(values, t),
      startsOn: isDay(values.startsOn) ? null : t('substitution.from.fault'),
      endsOn: endFault(values, t),
      basis: values.basis.trim().length > 400 ? t('substitution.basis.fault') : null,
    }),
  })
  const named = people.data?.people.filter((one) => !one.disabled && one.name !== '') ?? []
  const options = [
    { value: '', label: t('substitution.choose') },
    ...named.map((one) => ({ value: one.id, label: one.position ? `${one.name}, ${one.position}` : one.name })),
  ]
  const day = (field: 'startsOn' | 'endsOn') => {
    const { id, error, value } = form.field(field)
    return {
      id,
      error,
      value: value && isDay(value) ? value : null,
      onChange: (next: string | null) => draft.set({ ...draft.value, [field]: next ?? '' }),
    }
  }
  return (
    <Dialog
      isOpen
      title={t('substitution.add')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shared('confirm.cancel')}</Button>
          <Button type="submit" form={formId} variant="filled" loading={add.isPending}>
            {t('substitution.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={form.onSubmit} noValidate>
        <p>{t('substitution.text')}</p>
        <FormErrors errors={form.errors} />
        <RefusalNote refusal={form.note} onRetry={add.retry} />
        <NativeSelect {...form.field('absentId')} label={t('substitution.absent')} data={options} />
        <NativeSelect {...form.field('substituteId')} label={t('substitution.substitute')} data={options} />
        <DayInput {...day('startsOn')} label={t('substitution.from')} />
        <DayInput {...day('endsOn')} label={t('substitution.till')} />
        <TextInput
          {...form.field('basis')}
          label={t('substitution.basis')}
          description={t('substitution.basis.hint')}
          maxLength={400}
        />
      </form>
    </Dialog>
  )
}

type Say = ReturnType<typeof useWords<typeof settingsWords.ru>>

function substituteFault({ absentId, substituteId }: typeof empty, t: Say): string | null {
  if (substituteId === '') return t('substitution.substitute.fault')
  return substituteId === absentId ? t('substitution.self.fault') : null
}

function endFault({ startsOn, endsOn }: typeof empty, t: Say): string | null {
  if (!isDay(endsOn)) return t('substitution.till.fault')
  return endsOn < startsOn ? t('substitution.order.fault') : null
}
