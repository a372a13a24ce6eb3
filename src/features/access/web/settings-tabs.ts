import { holdsSomewhere, isCaller, readers } from '../../../kernel/actor.ts'
import { accessContract } from '../contract.ts'
import { journalContract } from '../journal-contract.ts'
import { useActor } from './me.ts'

export const managerTabs = ['people', 'links', 'substitutions', 'organisations'] as const
export const calendarTabs = ['calendar'] as const
export const journalTabs = ['journal'] as const
export const administratorTabs = ['backups', 'mail'] as const
export const ownTabs = ['notifications', 'sessions', 'entry', 'appearance'] as const

export type SettingsTab = (
  | typeof managerTabs
  | typeof calendarTabs
  | typeof journalTabs
  | typeof administratorTabs
  | typeof ownTabs
)[number]

/** Whoever keeps people and schools has those sections, whoever reads plans the calendar, whoever answers for them the journal, administrators copies and mail; everybody has their own four. */
export function useSettingsTabs(): readonly SettingsTab[] {
  const actor = useActor()
  return [
    ...(isCaller(actor, accessContract.listPeople.callers) ? managerTabs : []),
    ...(holdsSomewhere(actor, readers) ? calendarTabs : []),
    ...(isCaller(actor, journalContract.listJournal.callers) ? journalTabs : []),
    ...(holdsSomewhere(actor, ['administrator']) ? administratorTabs : []),
    ...ownTabs,
  ]
}
