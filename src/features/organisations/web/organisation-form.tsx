import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as z from 'zod'
import { announce } from '../../../web/announce.tsx'
import { useDraft } from '../../../web/draft.ts'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SavedNote } from '../../../web/saved-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { type Translate, useWords } from '../../../web/use-words.ts'
import type { OrganisationView } from '../contract.ts'
import { type DayOffRule, dayOffRules } from '../organisation.ts'
import { organisationsWords } from '../screen-words.ts'
import classes from './form.module.css'
import { organisationsClient } from './organisations-client.ts'
import { TimeZoneSelect } from './time-zone-select.tsx'
import { isRussianZone } from './time-zones.ts'
import { useForm } from './use-form.ts'

type Card = { shortName: string; fullName: string; timeZone: string; dayOffRule: string }

const Current = z.object({
  shortName: z.string(),
  fullName: z.string(),
  timeZone: z.string(),
  dayOffRule: z.enum(dayOffRules),
  rowVersion: z.int(),
})

type Props = { organisation: z.infer<typeof OrganisationView>; onClose: () => void }

/** Names, time zone and the rule for days off; what somebody else wrote meanwhile is shown beside one's own. */
export function OrganisationForm({ organisation, onClose }: Props) {
  const t = useWords(organisationsWords)
  // With the version that was read: a card asked again while one types does not make an old text look fresh.
  const [start] = useState(() => cardOf(organisation))
  const draft = useDraft(`organisation.${organisation.id}`, start)
  const close = () => {
    draft.clear()
    onClose()
  }
  const done = ({ shortName }: { shortName: string }) => {
    announce(t('form.saved', { name: shortName }))
    close()
  }
  const change = useChange(organisationsClient.changeOrganisation, { onDone: done })
  const save = ({ dayOffRule, ...card }: Card, rowVersion: number) => {
    if (isDayOffRule(dayOffRule)) change.run({ ...card, dayOffRule, rowVersion, id: organisation.id })
  }
  const { rowVersion, ...values } = draft.value
  const form = useForm({
    name: 'organisation',
    values,
    set: (next: Card) => draft.set({ ...next, rowVersion }),
    refusal: change.refusal,
    send: (next) => save(next, rowVersion),
    check: ({ shortName, fullName }) => ({
      shortName: shortName.trim().length < 2 ? t('form.shortName.fault') : null,
      fullName: fullName.trim().length < 2 ? t('form.fullName.fault') : null,
    }),
  })
  return (
    <form className={classes.form} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={change.retry} />
      <StaleNote
        refusal={change.refusal}
        schema={Current}
        yours={textOf(values, t)}
        show={(current) => textOf(current, t)}
        onKeep={(current) => save(values, current.rowVersion)}
        onTake={close}
      />
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
      <TimeZoneSelect {...form.field('timeZone')} />
      <NativeSelect
        {...form.field('dayOffRule')}
        label={t('dayOff.label')}
        description={t('dayOff.hint')}
        data={dayOffRules.map((rule) => ({ value: rule, label: t(`dayOff.${rule}`) }))}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={change.isPending}>
          {t('form.save')}
        </Button>
        <SavedNote at={null} isRestored={draft.isRestored} />
      </div>
    </form>
  )
}

function cardOf({ shortName, fullName, timeZone, dayOffRule, rowVersion }: Props['organisation']) {
  const card: Card = { shortName, fullName, timeZone, dayOffRule }
  return { ...card, rowVersion }
}

function isDayOffRule(text: string): text is DayOffRule {
  return dayOffRules.some((one) => one === text)
}

function textOf(
  { shortName, fullName, timeZone, dayOffRule }: Card,
  t: Translate<typeof organisationsWords.ru>,
): string {
  const zone = isRussianZone(timeZone) ? t(`zone.${timeZone}`) : timeZone
  const rule = isDayOffRule(dayOffRule) ? t(`dayOff.${dayOffRule}`) : dayOffRule
  return [shortName, fullName, zone, rule].join('\n')
}
