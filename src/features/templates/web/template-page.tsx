import { Button, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { currentTime } from '../../../web/clock.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { Page } from '../../../web/shell/page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { useRoles } from '../../road-maps/web/use-roles.ts'
import type { DatedTemplate } from '../contract.ts'
import { templatesClient } from './client.ts'
import { DatedRows } from './dated-rows.tsx'
import { DatesSummary } from './dates-summary.tsx'
import { paths } from './paths.ts'
import { words } from './template-words.ts'
import classes from './templates.module.css'
import { useMoves } from './use-moves.ts'

/** One template in a year: its dates, what they fall on, and the road map that it becomes. */
export function TemplatePage() {
  const key = usePathParam('templateKey')
  const [year, setYear] = useState(() => String(currentTime().getFullYear()))
  const isYear = /^20\d\d$/.test(year.trim())
  const found = useCall(
    templatesClient.dateTemplate,
    { key, year: isYear ? Number(year) : currentTime().getFullYear() },
    { keepPrevious: true },
  )
  return <Loaded call={found}>{(dated) => <Dated dated={dated} year={year} isYear={isYear} onYear={setYear} />}</Loaded>
}

type Props = { dated: DatedTemplate; year: string; isYear: boolean; onYear: (year: string) => void }

function Dated({ dated, year, isYear, onYear }: Props) {
  const t = useWords(words)
  const navigate = useNavigate()
  const isCoordinator = useRoles('municipal_coordinator')
  const isOfSchool = useRoles('school_head', 'school_team')
  const moving = useMoves(dated, '')
  const { template } = dated
  const adopt = useChange(templatesClient.adoptTemplate, {
    onDone: ({ id }) => {
      moving.clear()
      navigate({ to: paths.import(id) })
    },
  })
  const isForRoadMap = template.kind === 'road-map'
  const start = () => adopt.run({ key: template.key, year: dated.year, moves: [...moving.moves] })
  return (
    <Page
      title={template.title}
      crumbs={[{ label: t('crumb'), path: paths.templates }]}
      primary={
        isForRoadMap && isCoordinator ? (
          <Button variant="filled" loading={adopt.isPending} disabled={!isYear} onClick={start}>
            {t('adopt')}
          </Button>
        ) : null
      }
    >
      <div className={classes.page}>
        <RefusalNote refusal={adopt.refusal} onRetry={adopt.retry} />
        {isForRoadMap ? (
          <p className={classes.lead}>{t(isCoordinator ? 'adopt.text' : 'adopt.read')}</p>
        ) : (
          <Notice actions={<Link to={paths.schoolMaps}>{t(isOfSchool ? 'school.open.own' : 'school.open')}</Link>}>
            {t('school.text')}
          </Notice>
        )}
        <TextInput
          className={classes.year}
          label={t(template.isSchoolYear ? 'year.school' : 'year')}
          value={year}
          inputMode="numeric"
          maxLength={4}
          error={isYear ? null : t('dates.year')}
          onChange={(event) => onYear(event.currentTarget.value)}
        />
        <section className={classes.section}>
          <h2>{t('dates')}</h2>
          <DatesSummary dated={dated} moving={moving} />
          <DatedRows dated={dated} moving={moving} />
        </section>
      </div>
    </Page>
  )
}
