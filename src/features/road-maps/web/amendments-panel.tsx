import { CopyText } from '../../../web/copy-text.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useWords } from '../../../web/use-words.ts'
import { imports } from './client.ts'
import { words } from './import-words.ts'

type Props = { id: string; isOpen: boolean; onClose: () => void }

/** The draft amending order, ready to be copied. */
export function AmendmentsPanel({ id, isOpen, onClose }: Props) {
  const t = useWords(words)
  return (
    <SidePanel isOpen={isOpen} title={t('amendments.title')} onClose={onClose}>
      <Draft id={id} />
    </SidePanel>
  )
}

function Draft({ id }: { id: string }) {
  const t = useWords(words)
  const found = useCall(imports.draftAmendments, { id })
  return <Loaded call={found}>{({ text }) => <CopyText label={t('amendments.hint')} text={text} rows={24} />}</Loaded>
}
