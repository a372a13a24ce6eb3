import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { accessContract } from '../contract.ts'
import { shortPersonName } from '../person-name.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import { AddSubstitution } from './add-substitution.tsx'
import { useMe } from './me.ts'
import { SettingsPage } from './settings-page.tsx'

type Substitution = OutputOf<typeof accessContract.listSubstitutions>['substitutions'][number]

/** «Замещение»: who stands in for whom, from when till when, on what basis. */
export function SubstitutionsPage() {
  const t = useWords(settingsWords)
  const listed = useCall(accessClient.listSubstitutions, {})
  const [isAdding, setAdding] = useState(false)
  const add = (
    <Button variant="filled" onClick={() => setAdding(true)}>
      {t('substitution.add')}
    </Button>
  )
  return (
    <SettingsPage tab="substitutions" primary={add}>
      <Loaded call={listed}>
        {({ substitutions }) =>
          substitutions.length === 0 ? (
            <EmptyState title={t('substitution.none')}>{t('substitution.none.next')}</EmptyState>
          ) : (
            <Substitutions substitutions={substitutions} />
          )
        }
      </Loaded>
      {isAdding ? <AddSubstitution onClose={() => setAdding(false)} /> : null}
    </SettingsPage>
  )
}

function Substitutions({ substitutions }: { substitutions: readonly Substitution[] }) {
  const t = useWords(settingsWords)
  const format = useFormat()
  const { today } = useMe()
  const [asked, ask] = useState<Substitution | null>(null)
  const done = () => {
    ask(null)
    announce(t('substitution.ended'))
  }
  const end = useChange(accessClient.endSubstitution, { onDone: done })
  const stateOf = ({ startsOn, endsOn }: Substitution) => {
    if (today < startsOn) return 'substitution.ahead'
    return today > endsOn ? 'substitution.past' : 'substitution.now'
  }
  const columns: Column<Substitution>[] = [
    { key: 'absent', head: t('substitution.absent'), cell: ({ absentName }) => shortPersonName(absentName) },
    { key: 'substitute', head: t('substitution.substitute'), cell: (one) => shortPersonName(one.substituteName) },
    { key: 'from', head: t('substitution.from'), cell: ({ startsOn }) => format.dayShort(startsOn) },
    { key: 'till', head: t('substitution.till.column'), cell: ({ endsOn }) => format.dayShort(endsOn) },
    { key: 'basis', head: t('substitution.basis'), cell: ({ basis }) => basis || '—', isLong: true },
    { key: 'state', head: t('substitution.state'), cell: (one) => t(stateOf(one)) },
    {
      key: 'action',
      head: <span className="hidden-visually">{t('sessions.action')}</span>,
      cell: (one) =>
        stateOf(one) === 'substitution.past' ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('substitution.end.label', namesOf(one))}
            onClick={() => ask(one)}
          >
            {t('substitution.end')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <DataTable caption={t('tab.substitutions')} columns={columns} rows={substitutions} keyOf={({ id }) => id} />
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('substitution.end.title')}
        confirm={t('substitution.end')}
        onConfirm={() => asked && end.run({ id: asked.id })}
        onCancel={() => ask(null)}
        isPending={end.isPending}
        refusal={end.refusal}
      >
        <p>{asked ? t('substitution.end.text', namesOf(asked)) : null}</p>
      </ConfirmDialog>
    </>
  )
}

function namesOf({ absentName, substituteName }: Substitution) {
  return { absent: shortPersonName(absentName), substitute: shortPersonName(substituteName) }
}
