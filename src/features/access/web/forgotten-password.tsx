import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { accessWords } from '../screen-words.ts'
import entry from './entry.module.css'

/** Nobody keeps passwords: a new link from the coordinator, or from the terminal where there is nobody to ask. */
export function ForgottenPassword() {
  const t = useWords(accessWords)
  return (
    <details className={entry.details}>
      <summary>{t('signIn.forgot')}</summary>
      <p>{t('signIn.forgot.text')}</p>
      <p className={classes.hint}>
        {t('signIn.forgot.administrator')} <code>./opora user link</code>
      </p>
    </details>
  )
}
