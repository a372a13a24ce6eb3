import { Button } from '@mantine/core'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { PlanTable } from '../../road-maps/web/plan-table.tsx'
import type { InheritedView, MapView } from '../view.ts'
import { roadMaps } from './client.ts'
import { InheritedChanges } from './inherited-changes.tsx'
import classes from './map-page.module.css'
import { words } from './map-words.ts'

/** What the school follows: quiet, because nobody writes here. */
export function InheritedRows({ view }: { view: MapView }) {
  const t = useWords(words)
  const { inherited } = view
  const count = inherited?.sections.reduce((sum, section) => sum + section.activities.length, 0) ?? 0
  return (
    <section className={classes.inherited}>
      <h2>{t('inherited.title')}</h2>
      <InheritedChanges view={view} />
      {inherited ? (
        <>
          <p className={classes.quiet}>
            {t('inherited.count', { count, revision: inherited.revision })}. {t('inherited.text')}
          </p>
          <Read view={view} inherited={inherited} />
          {inherited.sections.map((section) => (
            <div key={`${section.number} ${section.title}`} className={classes.section}>
              <h3>
                {section.number ? `${section.number}. ` : ''}
                {section.title}
              </h3>
              <PlanTable activities={section.activities} />
            </div>
          ))}
        </>
      ) : (
        <p className={classes.quiet}>{t('inherited.none')}</p>
      )}
    </section>
  )
}

/** «Ознакомлены»: said by the school, or by the coordinator for it. */
function Read({ view, inherited }: { view: MapView; inherited: InheritedView }) {
  const t = useWords(words)
  const format = useFormat()
  const acknowledge = useChange(roadMaps.acknowledge)
  const { roadMapId, isSent, acknowledgedAt } = inherited
  if (!isSent) return <p className={classes.quiet}>{t('inherited.notSent')}</p>
  if (acknowledgedAt) {
    return <p className={classes.quiet}>{t('inherited.acknowledged', { at: format.moment(acknowledgedAt) })}</p>
  }
  return (
    <div className={classes.read}>
      <span className={classes.quiet}>{t('inherited.notAcknowledged')}</span>
      {view.may.acknowledge ? (
        <Button
          loading={acknowledge.isPending}
          onClick={() => acknowledge.run({ id: roadMapId, organisationId: view.school.id })}
        >
          {t('inherited.acknowledge')}
        </Button>
      ) : null}
      <RefusalNote refusal={acknowledge.refusal} onRetry={acknowledge.retry} />
    </div>
  )
}
