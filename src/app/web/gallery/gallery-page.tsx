import { Button } from '@mantine/core'
import {
  IconCalendarEvent,
  IconChartBar,
  IconFileText,
  IconHome,
  IconMap2,
  IconMessageCircle,
  IconPrinter,
  IconSchool,
  IconSettings,
} from '@tabler/icons-react'
import { useState } from 'react'
import * as z from 'zod'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { MoreMenu } from '../../../web/more-menu.tsx'
import { AppShell } from '../../../web/shell/app-shell.tsx'
import { Page } from '../../../web/shell/page.tsx'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useUrlState } from '../../../web/use-url-state.ts'
import { GalleryCalls } from './gallery-calls.tsx'
import { GalleryForms } from './gallery-forms.tsx'
import { GalleryNotes } from './gallery-notes.tsx'
import classes from './gallery-page.module.css'
import { GalleryPanel } from './gallery-panel.tsx'
import { GalleryStates } from './gallery-states.tsx'
import { GalleryTable } from './gallery-table.tsx'

const menu = [
  { path: '/', label: 'Сегодня', icon: IconHome, count: 7 },
  { path: '/gallery', label: 'Дорожная карта', short: 'Карта', icon: IconMap2 },
  { path: '/tasks', label: 'Поручения', icon: IconMessageCircle, count: 2 },
  { path: '/schools', label: 'Школы', icon: IconSchool },
  { path: '/events', label: 'Вебинары и семинары', short: 'События', icon: IconCalendarEvent },
  { path: '/results', label: 'Результаты', icon: IconChartBar },
  { path: '/documents', label: 'Документы', icon: IconFileText },
  { path: '/settings', label: 'Настройки', icon: IconSettings },
]

const GalleryUrl = z.object({
  open: z.string().optional().catch(undefined),
  state: z.string().optional().catch(undefined),
  school: z.string().optional().catch(undefined),
})

/** Every shared control in every state, to be looked at while developing. */
export function GalleryPage() {
  const [url, setUrl] = useUrlState(GalleryUrl)
  const [isPending, setPending] = useState(false)
  const confirm = () => {
    setPending(true)
    setTimeout(() => {
      setPending(false)
      setUrl({ open: undefined })
      announce('Направлено 6 школам')
    }, 800)
  }
  return (
    <AppShell
      menu={menu}
      person={{
        name: 'Смирнова А. В.',
        role: 'координатор, Управление образования',
        onSignOut: () => announce('Вышли'),
        links: [{ path: '/settings', label: 'Мои входы' }],
      }}
      project={
        <MoreMenu
          look="plain"
          label="ШНОР, 2024 год"
          items={[
            { label: 'ШНОР, 2024 год', onSelect: () => {} },
            { label: 'ШНОР, 2023 год', onSelect: () => {} },
          ]}
        />
      }
      waiting={{ count: 7, path: '/' }}
      signIn={(signedIn) => <Button onClick={signedIn}>Войти</Button>}
    >
      <Page
        title="Дорожная карта"
        crumbs={[{ label: 'Проект сопровождения', path: '/' }]}
        beside={<StateBadge state="open" label="утверждена приказом № 31" />}
        primary={
          <Button variant="filled" onClick={() => setUrl({ open: 'confirm' })}>
            Направить школам
          </Button>
        }
        more={[
          { label: 'Напечатать', icon: IconPrinter, onSelect: () => window.print() },
          { label: 'Выгрузить в Excel', href: '/api/x.xlsx', download: true },
          { label: 'Отозвать', onSelect: () => {}, isOff: true },
        ]}
      >
        <div className={classes.stack}>
          <GalleryStates />
          <GalleryTable
            state={url.state ?? null}
            school={url.school ?? null}
            open={url.open ?? null}
            onChange={setUrl}
          />
          <GalleryNotes />
          <GalleryCalls />
          <GalleryForms />
        </div>
        <GalleryPanel open={url.open ?? null} onClose={() => setUrl({ open: undefined })} />
        <ConfirmDialog
          isOpen={url.open === 'confirm'}
          title="Направить дорожную карту школам?"
          confirm="Направить школам"
          isPending={isPending}
          onConfirm={confirm}
          onCancel={() => setUrl({ open: undefined })}
        >
          <p>Это увидят 6 школ. Каждая увидит только свои мероприятия и сроки.</p>
        </ConfirmDialog>
      </Page>
    </AppShell>
  )
}
