import { Button } from '@mantine/core'
import type { Id } from '../../../kernel/id.ts'
import { announce } from '../../../web/announce.tsx'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import { SettingsPage } from './settings-page.tsx'

type Session = { id: Id<'session'>; device: string; createdAt: string; seenAt: string; isCurrent: boolean }

/** «Мои входы»: where one is signed in, and how to end it. */
export function SessionsPage() {
  const t = useWords(settingsWords)
  const listed = useCall(accessClient.listSessions, {})
  const endOthers = useChange(endAll, { onDone: () => announce(t('sessions.endedOthers')) })
  const others = listed.data?.sessions.filter((one) => !one.isCurrent) ?? []
  const primary =
    others.length > 1 ? (
      <Button loading={endOthers.isPending} onClick={() => endOthers.run({ ids: others.map((one) => one.id) })}>
        {t('sessions.endOthers')}
      </Button>
    ) : null
  return (
    <SettingsPage tab="sessions" primary={primary}>
      <p>{t('sessions.text')}</p>
      <RefusalNote refusal={endOthers.refusal} onRetry={endOthers.retry} />
      <Loaded call={listed}>{({ sessions }) => <Sessions sessions={sessions} />}</Loaded>
    </SettingsPage>
  )
}

function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const t = useWords(settingsWords)
  const format = useFormat()
  const end = useChange(accessClient.endSession, { onDone: () => announce(t('sessions.ended')) })
  const columns: Column<Session>[] = [
    { key: 'device', head: t('sessions.device'), cell: ({ device }) => device },
    { key: 'since', head: t('sessions.since'), cell: ({ createdAt }) => format.moment(createdAt) },
    { key: 'seen', head: t('sessions.seen'), cell: ({ seenAt }) => format.moment(seenAt) },
    {
      key: 'action',
      head: <span className="hidden-visually">{t('sessions.action')}</span>,
      cell: ({ id, device, isCurrent }) =>
        isCurrent ? (
          t('sessions.current')
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('sessions.end.label', { device })}
            onClick={() => end.run({ id })}
          >
            {t('sessions.end')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <RefusalNote refusal={end.refusal} onRetry={end.retry} />
      <DataTable caption={t('tab.sessions')} columns={columns} rows={sessions} keyOf={({ id }) => id} />
    </>
  )
}

async function endAll({ ids }: { ids: readonly Id<'session'>[] }): Promise<void> {
  for (const id of ids) await accessClient.endSession({ id })
}
