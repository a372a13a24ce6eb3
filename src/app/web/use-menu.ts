import {
  IconFileDescription,
  IconFiles,
  IconHome,
  IconMap2,
  IconMessageCircle,
  IconSchool,
  IconSettings,
  IconTemplate,
} from '@tabler/icons-react'
import { useActor } from '../../features/access/web/me.ts'
import { holdsSomewhere, type Role } from '../../kernel/actor.ts'
import type { MenuItem } from '../../web/shell/menu.ts'
import { useWords } from '../../web/use-words.ts'
import { frameWords } from './frame-words.ts'
import { screens } from './screens.ts'

const overseers: readonly Role[] = [
  'administrator',
  'authority_head',
  'municipal_coordinator',
  'curator',
  'regional_methodist',
  'observer',
]
const workers: readonly Role[] = [...overseers, 'school_head', 'school_team']

/** The sections that exist and that this person's roles need. */
export function useMenu(): MenuItem[] {
  const t = useWords(frameWords)
  const actor = useActor()
  const isOfSchool = holdsSomewhere(actor, ['school_head', 'school_team'])
  const items: (MenuItem & { roles?: readonly Role[] })[] = [
    { path: '/', label: t('menu.today'), icon: IconHome },
    {
      path: '/road-map',
      label: t('menu.roadMap'),
      short: t('menu.roadMap.short'),
      icon: IconMap2,
      roles: workers,
    },
    { path: '/tasks', label: t('menu.tasks'), icon: IconMessageCircle, roles: workers },
    {
      path: '/school-maps',
      label: t(isOfSchool ? 'menu.schoolMap' : 'menu.schoolMaps'),
      short: t(isOfSchool ? 'menu.schoolMap.short' : 'menu.schoolMaps.short'),
      icon: IconFileDescription,
      roles: workers,
    },
    { path: '/documents', label: t('menu.documents'), icon: IconFiles, roles: workers },
    { path: '/schools', label: t('menu.schools'), icon: IconSchool, roles: overseers },
    {
      path: '/templates',
      label: t('menu.templates'),
      icon: IconTemplate,
      roles: ['municipal_coordinator', 'school_head', 'school_team'],
    },
    { path: '/settings', label: t('menu.settings'), icon: IconSettings },
  ]
  return items
    .filter(({ path }) => screens.some((screen) => screen.path === path))
    .filter(({ roles }) => !roles || holdsSomewhere(actor, roles))
    .map(({ roles: _, ...item }) => item)
}
