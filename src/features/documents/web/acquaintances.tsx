import { Button } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { DocumentView } from '../view.ts'
import { AcquaintDialog } from './acquaint-dialog.tsx'
import classes from './documents.module.css'
import { words } from './words.ts'

/** Who has read the paper, school by school. */
export function Acquaintances({ view }: { view: DocumentView }) {
  const t = useWords(words)
  const format = useFormat()
  const [schoolId, setSchoolId] = useState<string | null>(null)
  const school = view.addressees.find((one) => one.organisationId === schoolId)
  return (
    <section className={classes.group}>
      <h2>{t('acquaint.list')}</h2>
      <ul className={classes.list}>
        {view.addressees.map(({ organisationId, shortName, acquaintances }) => (
          <li key={organisationId}>
            <div className={classes.line}>
              <strong>{shortName}</strong>
              {view.mayKeep && view.status !== 'draft' ? (
                <Button size="compact-sm" onClick={() => setSchoolId(organisationId)}>
                  {t('acquaint.record')}
                </Button>
              ) : null}
            </div>
            {acquaintances.length === 0 ? <span className={classes.soft}>{t('acquaint.waiting')}</span> : null}
            {acquaintances.map(({ name, acquaintedOn, onBehalf }) => (
              <div key={name}>
                {name}, {format.day(acquaintedOn)}{' '}
                {onBehalf ? (
                  <span className={classes.soft}>{t('acquaint.onBehalf', { how: t(`acquaint.how.${onBehalf}`) })}</span>
                ) : null}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {school ? <AcquaintDialog documentId={view.id} school={school} onClose={() => setSchoolId(null)} /> : null}
    </section>
  )
}
