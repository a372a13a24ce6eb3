import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Announcer } from '../announce.tsx'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'
import classes from './app-shell.module.css'
import { ConnectionBanner } from './connection-banner.tsx'
import type { MenuItem, ShellPerson } from './menu.ts'
import { PersonMenu } from './person-menu.tsx'
import { BottomMenu, SideMenu } from './section-menu.tsx'
import { SessionGate, type SignInForm } from './session-gate.tsx'

type Props = {
  menu: readonly MenuItem[]
  person: ShellPerson
  /** The switch of project and year. */
  project?: ReactNode
  search?: ReactNode
  /** What I was told. */
  bell?: ReactNode
  /** How much waits for me, and where it is listed. */
  waiting?: { count: number; path: string }
  /** Shown in a window over the screen when the session has ended. */
  signIn: SignInForm
  children: ReactNode
}

/** Everything around a page: sections at the left (at the foot on a phone), project, search, what waits, who I am. */
export function AppShell({ menu, person, project, search, bell, waiting, signIn, children }: Props) {
  const t = useWords(words)
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={classes.top}>
        <Link to="/" className={classes.name}>
          {t('product.name')}
        </Link>
        <div className={classes.project}>{project}</div>
        <div className={classes.search}>{search}</div>
        {waiting ? (
          <Link to={waiting.path} className={classes.waiting} data-none={waiting.count === 0}>
            {t('shell.waiting', { count: waiting.count })}
          </Link>
        ) : null}
        {bell}
        <PersonMenu person={person} />
      </header>
      <SideMenu items={menu} />
      <main id="content" className={classes.content} tabIndex={-1}>
        <ConnectionBanner />
        {children}
      </main>
      <BottomMenu items={menu} />
      <Announcer />
      <SessionGate form={signIn} />
    </div>
  )
}
