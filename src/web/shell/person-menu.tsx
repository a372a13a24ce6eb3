import { useMantineColorScheme } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Disclosure } from '../disclosure.tsx'
import { forgetDrafts } from '../draft.ts'
import { useLanguage } from '../language.ts'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'
import type { ShellPerson } from './menu.ts'
import classes from './person-menu.module.css'

/** Who is signed in, the language, light and dark, and the way out. */
export function PersonMenu({ person }: { person: ShellPerson }) {
  const t = useWords(words)
  const signOut = () => {
    forgetDrafts()
    person.onSignOut()
  }
  const button = (
    <>
      <IconUser size="var(--icon)" stroke={1.75} aria-hidden="true" />
      <span className={classes.short}>{person.name}</span>
    </>
  )
  return (
    <Disclosure button={button} label={t('shell.person', { name: person.name })} look="plain">
      {(close) => (
        <div className={classes.menu}>
          <p className={classes.who}>
            {person.name}
            <span>{person.role}</span>
          </p>
          <LanguageChoice />
          <ThemeChoice />
          {person.links?.map((link) => (
            <Link key={link.path} to={link.path} className={classes.action} onClick={close}>
              {link.label}
            </Link>
          ))}
          <button type="button" className={classes.action} onClick={signOut}>
            {t('shell.signOut')}
          </button>
        </div>
      )}
    </Disclosure>
  )
}

/** Also for pages without a shell: signing in, the first start. */
export function LanguageChoice() {
  const t = useWords(words)
  const [language, setLanguage] = useLanguage()
  return (
    <Choice legend={t('shell.language')}>
      <Option name="language" label="Русский" isOn={language === 'ru'} onChoose={() => setLanguage('ru')} />
      <Option name="language" label="English" isOn={language === 'en'} onChoose={() => setLanguage('en')} />
    </Choice>
  )
}

function ThemeChoice() {
  const t = useWords(words)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Choice legend={t('shell.theme')}>
      {(['light', 'dark', 'auto'] as const).map((one) => (
        <Option
          key={one}
          name="theme"
          label={t(`shell.theme.${one}`)}
          isOn={colorScheme === one}
          onChoose={() => setColorScheme(one)}
        />
      ))}
    </Choice>
  )
}

function Choice({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={classes.choice}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

type OptionProps = { name: string; label: string; isOn: boolean; onChoose: () => void }

function Option({ name, label, isOn, onChoose }: OptionProps) {
  return (
    <label>
      <input type="radio" name={name} checked={isOn} onChange={onChoose} />
      {label}
    </label>
  )
}
