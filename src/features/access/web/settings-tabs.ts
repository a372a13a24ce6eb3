import { holdsSomewhere, isCaller } from '../../../kernel/actor.ts'
import { accessContract } from '../contract.ts'
import { useActor } from './me.ts'

export const managerTabs = ['people', 'links', 'substitutions', 'organisations'] as const
export const administratorTabs = ['backups'] as const
export const ownTabs = ['sessions', 'entry', 'appearance'] as const

export type SettingsTab = (typeof managerTabs | typeof administratorTabs | typeof ownTabs)[number]

/** Whoever keeps people and schools has those sections, administrators the copies; everybody has their own three. */
export function useSettingsTabs(): readonly SettingsTab[] {
  const actor = useActor()
  return [
    ...(isCaller(actor, accessContract.listPeople.callers) ? managerTabs : []),
    ...(holdsSomewhere(actor, ['administrator']) ? administratorTabs : []),
    ...ownTabs,
  ]
}
