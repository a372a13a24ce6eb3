import { GoTo } from './go-to.tsx'
import { useSettingsTabs } from './settings-tabs.ts'

/** The settings open on the first section that this person has. */
export function SettingsStartPage() {
  const [first] = useSettingsTabs()
  return <GoTo path={`/settings/${first}`} />
}
