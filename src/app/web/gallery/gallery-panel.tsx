import { Button } from '@mantine/core'
import { DefinitionList } from '../../../web/definition-list.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { StateBadge } from '../../../web/state-mark.tsx'

type Props = { open: string | null; onClose: () => void }

export function GalleryPanel({ open, onClose }: Props) {
  return (
    <SidePanel
      isOpen={open?.startsWith('1.') ?? false}
      title={`${open} Вебинары по анализу результатов ВПР`}
      lead={<StateBadge state="waiting" />}
      onClose={onClose}
      actions={
        <>
          <Button variant="filled">Принять</Button>
          <Button>Вернуть с замечанием</Button>
        </>
      }
    >
      <DefinitionList
        items={[
          { term: 'Школа', value: 'Школа № 27' },
          { term: 'Сроки', value: 'февраль–апрель, сентябрь–ноябрь 2024' },
          { term: 'Что подтвердит', value: 'справка или ссылка на запись' },
          { term: 'Чего не хватает', value: null },
          { term: 'Ответственный', value: 'Петрова Елена Николаевна, заместитель директора' },
        ]}
      />
    </SidePanel>
  )
}
