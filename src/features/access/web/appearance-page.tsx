import { Radio, useMantineColorScheme } from '@mantine/core'
import { type Language, languages } from '../../../kernel/words.ts'
import { useLanguage } from '../../../web/language.ts'
import { useWords } from '../../../web/use-words.ts'
import { words } from '../../../web/words.ts'
import classes from '../../organisations/web/form.module.css'
import { settingsWords } from '../settings-words.ts'
import { SettingsPage } from './settings-page.tsx'

const themes = ['light', 'dark', 'auto'] as const
const languageNames: Record<Language, string> = { ru: 'Русский', en: 'English' }

/** «Вид»: the person's language, and the theme of this browser. */
export function AppearancePage() {
  const t = useWords(settingsWords)
  const shared = useWords(words)
  const [language, setLanguage] = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SettingsPage tab="appearance">
      <Radio.Group label={t('appearance.language')} value={language}>
        {languages.map((one) => (
          <Radio key={one} value={one} label={languageNames[one]} onChange={() => setLanguage(one)} mt="xs" />
        ))}
      </Radio.Group>
      <Radio.Group label={t('appearance.theme')} value={colorScheme}>
        {themes.map((one) => (
          <Radio
            key={one}
            value={one}
            label={shared(`shell.theme.${one}`)}
            onChange={() => setColorScheme(one)}
            mt="xs"
          />
        ))}
      </Radio.Group>
      <p className={classes.hint}>{t('appearance.text')}</p>
    </SettingsPage>
  )
}
