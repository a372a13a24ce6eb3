import { IconBell } from '@tabler/icons-react'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { shortPersonName } from '../../features/access/person-name.ts'
import { accessClient } from '../../features/access/web/access-client.ts'
import { GoTo } from '../../features/access/web/go-to.tsx'
import { type Me, MeContext, type SignedIn } from '../../features/access/web/me.ts'
import { signInPath } from '../../features/access/web/return-address.ts'
import { SignInWindow, useSignInAtHand } from '../../features/access/web/sign-in-window.tsx'
import { useOwnLanguage } from '../../features/access/web/use-own-language.ts'
import { useRoleNames } from '../../features/access/web/use-role-names.ts'
import { useSignedIn } from '../../features/access/web/use-signed-in.ts'
import { ViewBand } from '../../features/access/web/view-band.tsx'
import { ProjectSwitch } from '../../features/programmes/web/project-switch.tsx'
import { SearchButton } from '../../features/search/web/search-button.tsx'
import { tellTime } from '../../web/clock.ts'
import { followChanges } from '../../web/follow-changes.ts'
import { Loaded } from '../../web/loaded.tsx'
import { refresh, useCall } from '../../web/query.ts'
import { hrefOf } from '../../web/send.ts'
import { AppShell } from '../../web/shell/app-shell.tsx'
import { useChange } from '../../web/use-change.ts'
import { TimeZone } from '../../web/use-format.ts'
import { useWords } from '../../web/use-words.ts'
import { liveContract } from '../live/contract.ts'
import { DemonstrationMark } from './demonstration-mark.tsx'
import classes from './frame.module.css'
import { frameWords } from './frame-words.ts'
import { useCommands } from './use-commands.ts'
import { useMenu } from './use-menu.ts'

// The first screen does not wait for the bell.
const Bell = lazy(async () => ({ default: (await import('../../features/messages/web/bell.tsx')).Bell }))

/** Around every screen of whoever is signed in: the shell with the menu, the project and the person. */
export function Frame() {
  const me = useCall(accessClient.loadMe, {})
  return (
    <div className={me.data ? undefined : classes.waiting}>
      <Loaded call={me}>{(known) => <Gate me={known} />}</Loaded>
    </div>
  )
}

function Gate({ me }: { me: Me }) {
  const { href } = useLocation()
  const signedIn = useSignedIn(me)
  useServerClock(me)
  if (!signedIn) return <GoTo path={signInPath(href)} />
  return (
    <MeContext value={signedIn}>
      <TimeZone value={signedIn.timeZone}>
        <Shell me={signedIn} />
      </TimeZone>
    </MeContext>
  )
}

function Shell({ me }: { me: SignedIn }) {
  const t = useWords(frameWords)
  const menu = useMenu()
  const commands = useCommands()
  const roleNames = useRoleNames()
  useOwnLanguage(me)
  useSignInAtHand()
  useLiveChanges()
  // A whole new page: nothing of this person stays in the memory of a shared computer.
  const leave = () => window.location.assign('/sign-in')
  const signOut = useChange(accessClient.signOut, { onDone: leave, refreshes: [] })
  const person = {
    name: shortPersonName(me.person.name),
    role: roleNames(me.person.memberships),
    onSignOut: () => signOut.run({}),
    links: [
      { path: '/settings/sessions', label: t('person.sessions') },
      { path: '/settings/entry', label: t('person.entry') },
    ],
  }
  return (
    <AppShell
      menu={menu}
      person={person}
      project={
        <div className={classes.bar}>
          <ProjectSwitch />
          {me.isDemonstration ? <DemonstrationMark /> : null}
        </div>
      }
      search={<SearchButton commands={commands} />}
      bell={
        <Suspense fallback={<IconBell size="var(--icon)" stroke={1.75} aria-hidden="true" />}>
          <Bell />
        </Suspense>
      }
      signIn={(signedIn) => <SignInWindow onSignedIn={signedIn} />}
    >
      <ViewBand />
      <Outlet />
    </AppShell>
  )
}

/** What somebody else changes shows by itself. */
function useLiveChanges() {
  useEffect(() => followChanges(hrefOf(liveContract.followChanges, {}), () => refresh()), [])
}

/** The screens follow the server's clock: a demonstration year has its own, and an old computer's may be wrong. */
function useServerClock({ now }: Me) {
  useEffect(() => {
    const ahead = new Date(now).getTime() - Date.now()
    tellTime(() => new Date(Date.now() + ahead))
  }, [now])
}
