import { holdsSomewhere, isCaller, readers } from '../../../kernel/actor.ts'
import { administersAll } from '../../organisations/organisation.ts'
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

/** Whoever keeps people and schools has those sections, whoever reads plans the calendar, whoever answers for them the journal, the administrator above all copies and mail; everybody has their own four. */
export function useSettingsTabs(): readonly SettingsTab[] {
  const actor = useActor()
  return [
    ...(isCaller(actor, accessContract.listPeople.callers) ? managerTabs : []),
    ...(holdsSomewhere(actor, readers) ? calendarTabs : []),
    ...(isCaller(actor, journalContract.listJournal.callers) ? journalTabs : []),
    ...(administersAll(actor) ? administratorTabs : []),
    ...ownTabs,
  ]
}

/** Whether the section is this person's: what it shows is asked for only then. */
export function useHasTab(tab: SettingsTab): boolean {
  return useSettingsTabs().includes(tab)
}
