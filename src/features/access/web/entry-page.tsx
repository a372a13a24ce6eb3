import { useWords } from '../../../web/use-words.ts'
import { secondFactorContract } from '../second-factor-contract.ts'
import { settingsWords } from '../settings-words.ts'
import classes from './entry-page.module.css'
import { useMay } from './me.ts'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorRules } from './second-factor-rules.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SettingsPage } from './settings-page.tsx'

/** «Вход»: the password, the second step, and for administrators whom it is required of. */
export function EntryPage() {
  const t = useWords(settingsWords)
  const rules = useMay(secondFactorContract.listSecondFactorRules)
  return (
    <SettingsPage tab="entry">
      <div className={classes.parts}>
        <section className={classes.part}>
          <h2>{t('password.title')}</h2>
          <PasswordForm />
        </section>
        <SecondFactorSection />
        {rules ? <SecondFactorRules /> : null}
      </div>
    </SettingsPage>
  )
}
