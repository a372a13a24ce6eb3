import { isCaller } from '../../../kernel/actor.ts'
import { accessContract } from '../contract.ts'
import { useActor } from './me.ts'

export const managerTabs = ['people', 'links', 'substitutions', 'organisations'] as const
export const ownTabs = ['sessions', 'entry', 'appearance'] as const

export type SettingsTab = (typeof managerTabs)[number] | (typeof ownTabs)[number]

/** Whoever keeps people and schools has all of the settings; everybody has their own three. */
export function useSettingsTabs(): readonly SettingsTab[] {
  const isManager = isCaller(useActor(), accessContract.listPeople.callers)
  return isManager ? [...managerTabs, ...ownTabs] : ownTabs
}
