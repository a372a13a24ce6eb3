import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../../../web/use-words.ts'
import formClasses from '../../organisations/web/form.module.css'
import { accessWords } from '../screen-words.ts'
import classes from './entry-page.module.css'

/** The codes for paper, shown this once. */
export function RecoverySheet({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useWords(accessWords)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={classes.steps}>
      <h3 ref={heading} tabIndex={-1}>
        {t('paper.title')}
      </h3>
      <p>{t('paper.text')}</p>
      <ol className={classes.codes} aria-label={t('paper.list')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={`${formClasses.actions} ${classes.noPrint}`}>
        <Button onClick={() => window.print()}>{t('paper.print')}</Button>
        <Button variant="filled" onClick={onDone}>
          {t('paper.kept')}
        </Button>
      </div>
    </div>
  )
}
