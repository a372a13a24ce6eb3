import { IconFlask } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { Disclosure } from '../../web/disclosure.tsx'
import { Loading } from '../../web/loading.tsx'
import { useWords } from '../../web/use-words.ts'
import classes from './frame.module.css'
import { frameWords } from './frame-words.ts'

const DemonstrationClock = lazy(async () => ({
  default: (await import('./demonstration-clock.tsx')).DemonstrationClock,
}))

/** Says on every screen that the district is fictional; its clock can be moved there. */
export function DemonstrationMark() {
  const t = useWords(frameWords)
  const button = (
    <>
      <IconFlask size="var(--icon)" stroke={1.75} aria-hidden="true" />
      <span className={classes.word}>{t('demonstration.mark')}</span>
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
          <Suspense fallback={<Loading lines={2} />}>
            <DemonstrationClock />
          </Suspense>
        </div>
      )}
    </Disclosure>
  )
}
