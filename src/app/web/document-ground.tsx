import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type * as z from 'zod'
import { createClient } from '../../kernel/client.ts'
import { useCall } from '../../web/query.ts'
import { send } from '../../web/send.ts'
import { useFormat } from '../../web/use-format.ts'
import { useWords } from '../../web/use-words.ts'
import { draftingContract, type Ground } from '../drafting/contract.ts'
import classes from './document-ground.module.css'
import { draftingWords } from './drafting-words.ts'

const drafting = createClient(draftingContract, send)

type GroundView = z.infer<typeof Ground>

/** The way back from a paper to what it was made from. Draws nothing where there is none, or until it is known. */
export function DocumentGround({ id }: { id: string }) {
  const { data } = useCall(drafting.loadGround, { id })
  if (!data) return null
  const { correction, roadMap, project } = data
  if (!correction && !roadMap && !project) return null
  return (
    <dl className={classes.ground}>
      {correction ? <CorrectionGround correction={correction} /> : null}
      {roadMap ? <MapGround roadMap={roadMap} /> : null}
      {project ? <ProjectGround project={project} /> : null}
    </dl>
  )
}

function CorrectionGround({ correction }: { correction: NonNullable<GroundView['correction']> }) {
  const t = useWords(draftingWords)
  const format = useFormat()
  const { roadMapId, startedOn, status, reason, mayOpen } = correction
  const way = mayOpen
    ? { to: `/road-map/${roadMapId}/correction` }
    : { to: `/road-map/${roadMapId}/plan`, search: { revisions: 'yes' } }
  return (
    <Line term={t('ground.correction')}>
      <Link {...way}>{t('ground.correction.of', { day: format.day(startedOn) })}</Link>{' '}
      <span className={classes.soft}>
        {t(`ground.correction.${status}`)}: {reason}
      </span>
    </Line>
  )
}

function MapGround({ roadMap: { id, title, revision } }: { roadMap: NonNullable<GroundView['roadMap']> }) {
  const t = useWords(draftingWords)
  return (
    <Line term={t('ground.roadMap')}>
      <Link to={`/road-map/${id}/plan`}>{title}</Link>{' '}
      <span className={classes.soft}>{t('ground.roadMap.revision', { revision })}</span>
    </Line>
  )
}

function ProjectGround({ project: { id, title } }: { project: NonNullable<GroundView['project']> }) {
  const t = useWords(draftingWords)
  return (
    <Line term={t('ground.project')}>
      <Link to="/road-map" search={{ project: id }}>
        {title}
      </Link>
    </Line>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
