import { useActor } from '../../features/access/web/me.ts'
import type { Command } from '../../features/search/web/place-of.ts'
import { holdsSomewhere, type Role } from '../../kernel/actor.ts'
import { useWords } from '../../web/use-words.ts'
import { frameWords } from './frame-words.ts'
import { useMenu } from './use-menu.ts'

const coordinators: readonly Role[] = ['municipal_coordinator']
const keepers: readonly Role[] = ['municipal_coordinator', 'authority_head']
const managers: readonly Role[] = ['administrator', 'municipal_coordinator']
const overseers: readonly Role[] = [...managers, 'authority_head', 'curator', 'regional_methodist', 'observer']

/** What may be done from anywhere by typing its name: what this person's roles allow, then the sections of the menu. */
export function useCommands(): Command[] {
  const t = useWords(frameWords)
  const actor = useActor()
  const menu = useMenu()
  const deeds: (Command & { roles: readonly Role[] })[] = [
    { title: t('command.task'), to: '/tasks', search: { new: 'yes' }, roles: coordinators },
    { title: t('command.document'), to: '/documents', search: { new: 'document' }, roles: keepers },
    { title: t('command.letter'), to: '/documents', search: { new: 'letter' }, roles: keepers },
    { title: t('command.order'), to: '/imports', search: {}, roles: coordinators },
    { title: t('command.send'), to: '/schools', search: {}, roles: coordinators },
    { title: t('command.late'), to: '/road-map', search: { late: 'yes' }, roles: overseers },
    { title: t('command.waiting'), to: '/road-map', search: { state: 'waiting' }, roles: overseers },
    { title: t('command.people'), to: '/settings/people', search: {}, roles: managers },
  ]
  return [
    ...deeds.filter(({ roles }) => holdsSomewhere(actor, roles)).map(({ roles: _, ...command }) => command),
    ...menu.map(({ label, path }) => ({ title: label, to: path, search: {} })),
  ]
}
