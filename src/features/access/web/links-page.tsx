import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import * as z from 'zod'
import { announce } from '../../../web/announce.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import { type OpenInvitation, useOpenInvitations } from './invitation-link.ts'
import { LateLinks } from './late-links.tsx'
import { LinkSlip } from './link-slip.tsx'
import classes from './links-page.module.css'
import { isOfSchool, type Person } from './person.ts'
import { SettingsPage } from './settings-page.tsx'

const LinksUrl = z.object({ person: z.string().optional().catch(undefined) })

/** «Ссылки для школ»: the sheet to print and cut; with `?person=` one person's slip alone. */
export function LinksPage() {
  const t = useWords(settingsWords)
  const made = ({ made: count }: { made: number }) =>
    announce(count === 0 ? t('links.madeNone') : t('links.made', { count }))
  const make = useChange(accessClient.inviteSchools, { onDone: made })
  const people = useCall(accessClient.listPeople, {})
  const primary = (
    <Button
      variant="filled"
      classNames={{ root: classes.make ?? '', label: classes.makeLabel ?? '' }}
      loading={make.isPending}
      onClick={() => make.run({})}
    >
      {t('links.make')}
    </Button>
  )
  return (
    <SettingsPage tab="links" primary={primary}>
      <RefusalNote refusal={make.refusal} onRetry={make.retry} />
      <Loaded call={people}>{(known) => <Sheet people={known.people} />}</Loaded>
    </SettingsPage>
  )
}

function Sheet({ people }: { people: readonly Person[] }) {
  const t = useWords(settingsWords)
  const [{ person: only }, change] = useUrlState(LinksUrl)
  const { listed, invitations } = useOpenInvitations()
  const ofSchool = new Set(people.filter(isOfSchool).map((one) => one.id))
  const shown = invitations.filter((one) => (only ? one.personId === only : ofSchool.has(one.personId)))
  const invited = new Set(invitations.map((one) => one.personId))
  const late = people.filter((one) => isOfSchool(one) && !one.hasSignedIn && !one.disabled && !invited.has(one.id))
  return (
    <Loaded call={listed}>
      {() => (
        <>
          {only ? (
            <Notice actions={<Button onClick={() => change({ person: undefined })}>{t('links.all')}</Button>}>
              {t('links.onlyOne')}
            </Notice>
          ) : null}
          {shown.length === 0 ? (
            <EmptyState title={t('links.none')}>{t('links.none.next')}</EmptyState>
          ) : (
            <Slips invitations={shown} />
          )}
          {only ? null : <LateLinks people={late} />}
        </>
      )}
    </Loaded>
  )
}

function Slips({ invitations }: { invitations: readonly OpenInvitation[] }) {
  const t = useWords(settingsWords)
  return (
    <>
      <div className={classes.lead}>
        <p>{t('links.lead')}</p>
        <Button leftSection={<IconPrinter size="var(--icon)" aria-hidden="true" />} onClick={() => window.print()}>
          {t('links.print')}
        </Button>
      </div>
      <ul className={classes.sheet}>
        {invitations.map((one) => (
          <LinkSlip key={one.id} invitation={one} />
        ))}
      </ul>
    </>
  )
}
