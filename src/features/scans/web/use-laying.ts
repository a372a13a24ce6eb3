import type { CallOptions } from '../../../kernel/client.ts'
import { refresh } from '../../../web/query.ts'
import { Refused } from '../../../web/refused.ts'
import { useChange } from '../../../web/use-change.ts'
import type { ScanView } from '../contract.ts'
import { scans } from './client.ts'

type Scan = Pick<ScanView, 'id' | 'rowVersion'>
type First = (file: File, options: CallOptions) => Promise<{ scanId: string }>

/** Files on their way to a scan; those that have arrived are not sent again when the rest is tried anew. */
type Laying = { files: readonly File[]; arrived: Set<File>; scan: Scan | null; begin: 'first' | 'page' | 'edition' }

/** Sends files one after another: the first opens a scan, a new edition, or is one more page; the rest are its pages. */
export function useLaying(first: First) {
  const change = useChange((laying: Laying, options: CallOptions = {}) => layAll(laying, first, options))
  const start = (files: readonly File[], begin: Laying['begin'], scan: Scan | null) => {
    if (files.length > 0) change.run({ files, begin, scan, arrived: new Set() })
  }
  /** More pages of a scan of which only the id is known. */
  const startBeside = async (files: readonly File[], scanId: string | null) => {
    if (scanId) start(files, 'page', await scans.loadScan({ id: scanId }))
  }
  return { ...change, start, startBeside }
}

async function layAll(laying: Laying, first: First, options: CallOptions): Promise<void> {
  const { files, arrived } = laying
  for (const [index, file] of files.entries()) {
    if (arrived.has(file)) continue
    const onProgress = (share: number) => options.onProgress?.((index + share) / files.length)
    laying.scan = await layOne(laying, first, { file, options: { ...options, onProgress, upload: file } })
    arrived.add(file)
  }
}

async function layOne(
  { scan, begin, arrived }: Laying,
  first: First,
  { file, options }: { file: File; options: CallOptions },
): Promise<Scan> {
  try {
    if (!scan || (begin === 'first' && arrived.size === 0)) {
      const { scanId } = await first(file, options)
      return await scans.loadScan({ id: scanId })
    }
    const place = { id: scan.id, rowVersion: scan.rowVersion, name: file.name }
    return begin === 'edition' && arrived.size === 0
      ? await scans.replaceScan(place, options)
      : await scans.addScanPage(place, options)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.answer.code === 'scan.page-twice' && scan) return scan
    // What has arrived is shown, and to whoever was too late what is in force.
    await refresh()
    throw error
  }
}
