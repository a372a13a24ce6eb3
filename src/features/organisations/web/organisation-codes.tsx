import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type * as z from 'zod'
import { type Day, dotted } from '../../../kernel/day.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { type CodeScheme, codeSchemes } from '../code.ts'
import type { HistoryView } from '../contract.ts'
import { organisationsWords } from '../screen-words.ts'
import formClasses from './form.module.css'
import classes from './organisation-panel.module.css'
import { organisationsClient } from './organisations-client.ts'
import type { Organisation } from './tree-rows.ts'

type Code = z.infer<typeof HistoryView>['codes'][number]
type Props = { organisation: Organisation; codes: readonly Code[]; mayChange: boolean }

/** By what other systems know it; former codes stand under those in force with their days. */
export function OrganisationCodes({ organisation, codes, mayChange }: Props) {
  const t = useWords(organisationsWords)
  const [asked, setAsked] = useState<CodeScheme | null>(null)
  const inForce = (scheme: CodeScheme) => codes.find((one) => one.scheme === scheme && one.validTo === null)
  const former = (scheme: CodeScheme) => codes.filter((one) => one.scheme === scheme && one.validTo !== null)
  return (
    <section className={classes.part}>
      <h3>{t('codes.title')}</h3>
      <dl className={classes.codes}>
        {codeSchemes.map((scheme) => (
          <div key={scheme} style={{ display: 'contents' }}>
            <dt>{t(`code.${scheme}`)}</dt>
            <dd>{inForce(scheme)?.value ?? '—'}</dd>
            <dd>
              {mayChange ? (
                <Button size="compact-sm" variant="subtle" onClick={() => setAsked(scheme)}>
                  {t('codes.change')}
                  <span className="hidden-visually"> {t(`code.${scheme}`)}</span>
                </Button>
              ) : null}
            </dd>
            {former(scheme).map((one) => (
              <dd key={one.value} className={`${classes.former} ${classes.note}`}>
                {t('codes.former', { value: one.value, day: one.validTo ? dotted(one.validTo) : '' })}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {asked ? (
        <CodeDialog
          organisation={organisation}
          scheme={asked}
          value={inForce(asked)?.value ?? ''}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </section>
  )
}

type Asked = { organisation: Organisation; scheme: CodeScheme; value: string; onClose: () => void }

function CodeDialog({ organisation: { id, rowVersion }, scheme, value, onClose }: Asked) {
  const t = useWords(organisationsWords)
  const [typed, setTyped] = useState(value)
  const [from, setFrom] = useState<Day | null>(null)
  const done = () => {
    announce(t('codes.saved'))
    onClose()
  }
  const change = useChange(organisationsClient.setCode, { onDone: done })
  const save = (event: FormEvent) => {
    event.preventDefault()
    change.run({ id, rowVersion, scheme, value: typed.trim() || null, validFrom: from })
  }
  return (
    <Dialog
      isOpen
      title={t(`code.${scheme}`)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('add.cancel')}</Button>
          <Button variant="filled" type="submit" form="organisation-code" loading={change.isPending}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form id="organisation-code" className={formClasses.form} onSubmit={save} noValidate>
        <RefusalNote refusal={change.refusal} onRetry={change.retry} />
        <TextInput
          label={t('codes.value')}
          description={t('codes.value.hint')}
          value={typed}
          maxLength={60}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <DayInput label={t('codes.from')} hint={t('codes.from.hint')} value={from} onChange={setFrom} />
      </form>
    </Dialog>
  )
}
