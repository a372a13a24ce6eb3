import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { announce } from '../../../web/announce.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { DatedTemplate, TemplateSummary } from '../../templates/contract.ts'
import { frameOf } from '../../templates/relative-term.ts'
import { templatesClient } from '../../templates/web/client.ts'
import { DatedRows } from '../../templates/web/dated-rows.tsx'
import { DatesSummary } from '../../templates/web/dates-summary.tsx'
import { useMoves } from '../../templates/web/use-moves.ts'
import type { MapView } from '../view.ts'
import { schoolMaps } from './client.ts'
import classes from './measures-panel.module.css'
import { words } from './measures-words.ts'

type Props = { view: MapView; onBehalf: OnBehalf | null; onClose: () => void }

/** «Добавить меры по фактору риска»: what schools usually do about it, on which days that would be, and which of it is taken. */
export function MeasuresPanel({ view, onBehalf, onClose }: Props) {
  const t = useWords(words)
  const [key, setKey] = useState('')
  const found = useCall(templatesClient.listTemplates, {})
  return (
    <SidePanel isOpen title={t('title')} onClose={onClose}>
      <Loaded call={found}>
        {({ templates }) => (
          <div className={classes.panel}>
            <NativeSelect
              label={t('choose')}
              data={[
                { value: '', label: t('choose.none') },
                ...choicesOf(templates, { factors: t('group.factors'), templates: t('group.templates') }),
              ]}
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
            />
            {key === '' ? (
              <p className={classes.soft}>{t('source')}</p>
            ) : (
              <Measures key={key} template={key} view={view} onBehalf={onBehalf} onClose={onClose} />
            )}
          </div>
        )}
      </Loaded>
    </SidePanel>
  )
}

function Measures({ template, view, ...rest }: Props & { template: string }) {
  const found = useCall(templatesClient.dateTemplate, {
    key: template,
    year: view.year,
    yearKind: view.isSchoolYear ? 'school' : 'calendar',
    organisationId: view.school.id,
  })
  return <Loaded call={found}>{(dated) => <Taking dated={dated} view={view} {...rest} />}</Loaded>
}

function Taking({ dated, view, onBehalf, onClose }: Props & { dated: DatedTemplate }) {
  const t = useWords(words)
  const moving = useMoves(dated, view.revision?.id ?? '')
  const [chosen, setChosen] = useState<readonly number[]>(() => dated.rows.map((_, place) => place))
  const add = useChange(schoolMaps.addMeasures, {
    onDone: ({ rows }) => {
      moving.clear()
      announce(t('done', { count: rows.length }))
      onClose()
    },
  })
  const { revision } = view
  if (!revision) return null
  const moves = moving.moves.filter((one) => chosen.includes(one.row))
  const take = () =>
    add.run({ id: revision.id, template: dated.template.key, rows: [...chosen], moves: [...moves], onBehalf })
  return (
    <>
      <p className={classes.soft}>{t('text')}</p>
      <DatesSummary dated={dated} moving={moving} />
      <DatedRows
        dated={dated}
        moving={moving}
        until={frameOf(view).endsOn}
        choosing={{
          chosen,
          onChoose: (row, isChosen) => setChosen(isChosen ? [...chosen, row] : chosen.filter((one) => one !== row)),
        }}
      />
      <RefusalNote refusal={add.refusal} onRetry={add.retry} />
      <div>
        <Button variant="filled" loading={add.isPending} disabled={chosen.length === 0} onClick={take}>
          {t('take', { count: chosen.length })}
        </Button>
      </div>
    </>
  )
}

/** The factors first, then whole maps: the house's own ones above those of Opora. */
function choicesOf(templates: readonly TemplateSummary[], labels: { factors: string; templates: string }) {
  const ofSchools = templates.filter((one) => one.kind === 'school-map')
  const group = (label: string, own: readonly TemplateSummary[]) =>
    own.length === 0 ? [] : [{ group: label, items: own.map(({ key, title }) => ({ value: key, label: title })) }]
  return [
    ...group(
      labels.factors,
      ofSchools.filter((one) => one.factor !== null),
    ),
    ...group(
      labels.templates,
      ofSchools.filter((one) => one.factor === null),
    ),
  ]
}
