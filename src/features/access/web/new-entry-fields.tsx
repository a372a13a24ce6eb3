import { TextInput } from '@mantine/core'
import { useWords } from '../../../web/use-words.ts'
import type { useForm } from '../../organisations/web/use-form.ts'
import { type PasswordFault, passwordFault } from '../access.ts'
import { accessWords } from '../screen-words.ts'
import { accessRefusals } from '../words.ts'
import { PasswordField } from './password-field.tsx'

type NewEntry = { login: string; password: string }

/** Which of the two fields a refusal of the server speaks of. */
export const newEntryFaults = {
  'access.login-needed': 'login',
  'access.login-taken': 'login',
  'access.password-too-short': 'password',
  'access.password-too-common': 'password',
  'access.password-same-as-login': 'password',
} as const

/** What is wrong with a new sign-in name and password, in the server's own words. */
export function useNewEntryCheck(): (entry: NewEntry) => Record<keyof NewEntry, string | null> {
  const t = useWords(accessWords)
  const say = useWords(accessRefusals)
  const sentence = (fault: PasswordFault | null) => (fault ? say(`access.password-${fault}`) : null)
  return ({ login, password }) => ({
    login: login.trim().length < 3 ? t('setUp.login.fault') : null,
    password: sentence(passwordFault(password, login.trim())),
  })
}

type Props = { field: ReturnType<typeof useForm<NewEntry>>['field'] }

export function NewEntryFields({ field }: Props) {
  const t = useWords(accessWords)
  return (
    <>
      <TextInput
        {...field('login')}
        label={t('signIn.login')}
        description={t('setUp.login.hint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <PasswordField
        {...field('password')}
        label={t('signIn.password')}
        description={t('password.advice')}
        autoComplete="new-password"
        required
        withAsterisk={false}
      />
    </>
  )
}
