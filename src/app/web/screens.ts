import { type Screen, screen } from '../../web/screen.ts'

/** Every screen inside the shell, by address. */
export const screens: readonly Screen[] = [
  screen('/', () => import('./start-page.tsx'), 'StartPage'),
  screen('/road-map', () => import('../../features/assignments/web/matrix-screen.tsx'), 'MatrixScreen'),
  screen('/road-map/$roadMapId/plan', () => import('../../features/road-maps/web/plan-page.tsx'), 'PlanPage'),
  screen(
    '/road-map/$roadMapId/dispatch',
    () => import('../../features/road-maps/web/dispatch-page.tsx'),
    'DispatchPage',
  ),
  screen('/road-map/$roadMapId/correction', () => import('./correction-screen.tsx'), 'CorrectionScreen'),
  screen(
    '/road-map/$roadMapId/next-year',
    () => import('../../features/rollovers/web/next-year-page.tsx'),
    'NextYearPage',
  ),
  screen(
    '/road-map/$roadMapId/template',
    () => import('../../features/templates/web/save-template-page.tsx'),
    'SaveTemplatePage',
  ),
  screen('/templates', () => import('../../features/templates/web/templates-page.tsx'), 'TemplatesPage'),
  screen('/templates/$templateKey', () => import('../../features/templates/web/template-page.tsx'), 'TemplatePage'),
  screen('/imports', () => import('../../features/road-maps/web/imports-page.tsx'), 'ImportsPage'),
  screen('/imports/$importId', () => import('./import-screen.tsx'), 'ImportScreen'),
  screen(
    '/imports/$importId/rehearsal',
    () => import('../../features/rehearsals/web/rehearsal-page.tsx'),
    'ImportRehearsalPage',
  ),
  screen(
    '/road-map/$roadMapId/rehearsal',
    () => import('../../features/rehearsals/web/rehearsal-page.tsx'),
    'RoadMapRehearsalPage',
  ),
  screen(
    '/road-map/$roadMapId/correction/$correctionId/rehearsal',
    () => import('../../features/rehearsals/web/rehearsal-page.tsx'),
    'CorrectionRehearsalPage',
  ),
  screen(
    '/road-map/packet/$programmeId/$organisationId',
    () => import('../../features/packets/web/packet-page.tsx'),
    'PacketPage',
  ),
  screen('/tasks', () => import('../../features/assignments/web/tasks-screen.tsx'), 'TasksScreen'),
  screen('/documents', () => import('./documents-screen.tsx'), 'DocumentsScreen'),
  screen('/documents/$documentId', () => import('./document-screen.tsx'), 'DocumentScreen'),
  screen('/schools', () => import('../../features/road-maps/web/schools-page.tsx'), 'SchoolsPage'),
  screen('/school-maps', () => import('./school-map-screens.tsx'), 'SchoolMapsScreen'),
  screen('/school-maps/$programmeId/$organisationId', () => import('./school-map-screens.tsx'), 'SchoolMapScreen'),
  screen('/settings', () => import('../../features/access/web/settings-start-page.tsx'), 'SettingsStartPage'),
  screen('/settings/people', () => import('../../features/access/web/people-page.tsx'), 'PeoplePage'),
  screen('/settings/links', () => import('../../features/access/web/links-page.tsx'), 'LinksPage'),
  screen(
    '/settings/substitutions',
    () => import('../../features/access/web/substitutions-page.tsx'),
    'SubstitutionsPage',
  ),
  screen(
    '/settings/organisations',
    () => import('../../features/access/web/organisations-page.tsx'),
    'OrganisationsPage',
  ),
  screen('/settings/calendar', () => import('../../features/calendar/web/calendar-page.tsx'), 'CalendarPage'),
  screen('/settings/backups', () => import('../../features/upkeep/web/backups-page.tsx'), 'BackupsPage'),
  screen('/settings/mail', () => import('../../features/messages/web/mail-page.tsx'), 'MailPage'),
  screen(
    '/settings/notifications',
    () => import('../../features/messages/web/notifications-page.tsx'),
    'NotificationsPage',
  ),
  screen('/settings/journal', () => import('./journal-screens.tsx'), 'JournalScreen'),
  screen(
    '/settings/people/$personId/data',
    () => import('../../features/personal-data/web/personal-data-page.tsx'),
    'PersonalDataPage',
  ),
  screen('/settings/people/$personId/reads', () => import('./journal-screens.tsx'), 'PersonReadsScreen'),
  screen('/settings/registry', () => import('../../features/registry/web/registry-page.tsx'), 'RegistryPage'),
  screen(
    '/settings/registry/$importId',
    () => import('../../features/registry/web/registry-import-page.tsx'),
    'RegistryImportPage',
  ),
  screen('/settings/sessions', () => import('../../features/access/web/sessions-page.tsx'), 'SessionsPage'),
  screen('/settings/entry', () => import('../../features/access/web/entry-page.tsx'), 'EntryPage'),
  screen('/settings/appearance', () => import('../../features/access/web/appearance-page.tsx'), 'AppearancePage'),
]

/** Screens without the shell: signing in, a link, the first start; and the gallery, while developing. */
export const bareScreens: readonly Screen[] = [
  screen('/sign-in', () => import('../../features/access/web/sign-in-page.tsx'), 'SignInPage'),
  screen('/letters/end', () => import('../../features/messages/web/end-letters-page.tsx'), 'EndLettersPage'),
  screen('/link', () => import('../../features/access/web/link-page.tsx'), 'LinkPage'),
  ...(import.meta.env.DEV ? [screen('/gallery', () => import('./gallery/gallery-page.tsx'), 'GalleryPage')] : []),
]
