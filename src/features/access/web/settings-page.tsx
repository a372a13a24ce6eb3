import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Disclosure } from '../../../web/disclosure.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import type { MoreItem } from '../../../web/more-menu.tsx'
import { Page } from '../../../web/shell/page.tsx'
import { useNarrow } from '../../../web/use-narrow.ts'
import { useWords } from '../../../web/use-words.ts'
import { settingsWords } from '../settings-words.ts'
import classes from './settings-page.module.css'
import { administratorTabs, type SettingsTab, useSettingsTabs } from './settings-tabs.ts'

type Props = {
  tab: SettingsTab
  primary?: ReactNode
  more?: readonly MoreItem[]
  children: ReactNode
}

/** One section of the settings under the row of all that this person has. */
export function SettingsPage({ tab, primary, more = [], children }: Props) {
  const t = useWords(settingsWords)
  const tabs = useSettingsTabs()
  if (!tabs.includes(tab)) {
    return (
      <Page title={t(`tab.${tab}`)}>
        <EmptyState title={t(isOfAdministrator(tab) ? 'tabs.notYours.above' : 'tabs.notYours')}>
          <Link to={`/settings/${tabs[0]}`}>{t('tabs.own')}</Link>
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t(`tab.${tab}`)} primary={primary} more={more}>
      <Sections tabs={tabs} />
      <div className={classes.content}>{children}</div>
    </Page>
  )
}

function isOfAdministrator(tab: SettingsTab): boolean {
  return administratorTabs.some((one) => one === tab)
}

/** A row of them; on a phone, a list behind one button. */
function Sections({ tabs }: { tabs: readonly SettingsTab[] }) {
  const t = useWords(settingsWords)
  const isNarrow = useNarrow()
  const links = (close?: () => void) => (
    <ul>
      {tabs.map((one) => (
        <li key={one}>
          <Link to={`/settings/${one}`} onClick={close}>
            {t(`tab.${one}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
  const button = (
    <>
      {t('tabs.label')}
      <IconChevronDown size="var(--mark)" aria-hidden="true" />
    </>
  )
  return (
    <nav className={isNarrow ? classes.sections : classes.tabs} aria-label={t('tabs.label')}>
      {isNarrow ? (
        <Disclosure button={button} side="left">
          {links}
        </Disclosure>
      ) : (
        links()
      )}
    </nav>
  )
}
