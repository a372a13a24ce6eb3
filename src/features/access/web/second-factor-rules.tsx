import { Button } from '@mantine/core'
import { announce } from '../../../web/announce.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import formClasses from '../../organisations/web/form.module.css'
import { entryWords } from '../entry-words.ts'
import classes from './entry-page.module.css'
import { secondFactorClient } from './second-factor-client.ts'

/** Whose administrators and heads must sign in with a second step. */
export function SecondFactorRules() {
  const t = useWords(entryWords)
  const listed = useCall(secondFactorClient.listSecondFactorRules, {})
  const require = useChange(secondFactorClient.requireSecondFactor, { onDone: () => announce(t('rule.required')) })
  const release = useChange(secondFactorClient.releaseSecondFactor, { onDone: () => announce(t('rule.released')) })
  return (
    <section className={classes.part}>
      <h2>{t('rule.title')}</h2>
      <p className={formClasses.hint}>{t('rule.text')}</p>
      <RefusalNote refusal={require.refusal ?? release.refusal} />
      <Loaded call={listed}>
        {({ rules }) =>
          rules.map(({ organisationId, organisationName: organisation, isRequired }) => (
            <div key={organisationId} className={classes.steps}>
              <p>{t(isRequired ? 'rule.on' : 'rule.off', { organisation })}</p>
              <div>
                <Button
                  loading={require.isPending || release.isPending}
                  onClick={() => (isRequired ? release : require).run({ organisationId })}
                >
                  {t(isRequired ? 'rule.release' : 'rule.require')}
                </Button>
              </div>
            </div>
          ))
        }
      </Loaded>
    </section>
  )
}
