import { IconFlask } from '@tabler/icons-react'
import { Disclosure } from '../../web/disclosure.tsx'
import { useWords } from '../../web/use-words.ts'
import { DemonstrationClock } from './demonstration-clock.tsx'
import classes from './frame.module.css'
import { frameWords } from './frame-words.ts'

/** Says on every screen that the district is fictional; its clock can be moved there. */
export function DemonstrationMark() {
  const t = useWords(frameWords)
  const button = (
    <>
      <IconFlask size="var(--icon)" stroke={1.75} aria-hidden="true" />
      {t('demonstration.mark')}
    </>
  )
  return (
    <Disclosure button={button} label={t('demonstration.label')} look="plain" side="left">
      {() => (
        <div className={classes.demonstration}>
          <p>
            <strong>{t('demonstration.label')}</strong>
          </p>
          <p>{t('demonstration.text')}</p>
          <DemonstrationClock />
        </div>
      )}
    </Disclosure>
  )
}
