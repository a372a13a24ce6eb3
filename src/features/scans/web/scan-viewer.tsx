import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { ScanView } from '../contract.ts'
import { scans } from './client.ts'
import { ScanFacts } from './scan-facts.tsx'
import { ScanPages } from './scan-pages.tsx'
import classes from './scan-viewer.module.css'
import { words } from './scan-words.ts'

const zooms = [75, 100, 150, 200, 300] as const

type Props = {
  id: string
  /** Under the facts, for whoever may change the scan. */
  actions?: (scan: ScanView) => ReactNode
}

/** The signed paper, sheet by sheet: scrolled, made larger, with its facts and its former editions. */
export function ScanViewer({ id, actions }: Props) {
  const found = useCall(scans.loadScan, { id })
  return <Loaded call={found}>{(scan) => <Shown scan={scan} actions={actions} />}</Loaded>
}

function Shown({ scan, actions }: { scan: ScanView; actions: Props['actions'] }) {
  const t = useWords(words)
  const [chosen, choose] = useState<number | null>(null)
  const [place, setPlace] = useState(1)
  const edition = scan.editions.find((one) => one.edition === chosen) ?? scan.editions[0]
  const percent = zooms[place] ?? 100
  if (!edition) return <p>{t('scan.none')}</p>
  return (
    <div className={classes.viewer}>
      <div className={classes.bar}>
        <Editions scan={scan} chosen={edition.edition} onChoose={choose} />
        <span className={classes.zoom}>
          <ActionIcon
            aria-label={t('scan.zoom.out')}
            title={t('scan.zoom.out')}
            disabled={place === 0}
            onClick={() => setPlace(place - 1)}
          >
            <IconZoomOut size="var(--icon)" aria-hidden="true" />
          </ActionIcon>
          <output aria-label={t('scan.zoom', { percent })}>{percent}&nbsp;%</output>
          <ActionIcon
            aria-label={t('scan.zoom.in')}
            title={t('scan.zoom.in')}
            disabled={place === zooms.length - 1}
            onClick={() => setPlace(place + 1)}
          >
            <IconZoomIn size="var(--icon)" aria-hidden="true" />
          </ActionIcon>
        </span>
      </div>
      <ScanPages key={edition.edition} pages={edition.pages} percent={percent} />
      <ScanFacts pages={edition.pages} />
      {scan.isYours && actions ? actions(scan) : null}
    </div>
  )
}

type EditionsProps = { scan: ScanView; chosen: number; onChoose: (edition: number) => void }

function Editions({ scan, chosen, onChoose }: EditionsProps) {
  const t = useWords(words)
  const format = useFormat()
  const { editions } = scan
  if (editions.length < 2) return <span />
  const data = editions.map(({ edition, pages }, index) => ({
    value: String(edition),
    label: t(index === 0 ? 'scan.current' : 'scan.former', { at: format.moment(pages[0]?.addedAt ?? '') }),
  }))
  return (
    <NativeSelect
      size="xs"
      aria-label={t('scan.edition')}
      value={String(chosen)}
      data={data}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    />
  )
}
