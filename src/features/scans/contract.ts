import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { defineContract, Moment } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { FileView, MAX_FILE_BYTES } from '../files/contract.ts'

const ScanId = idOf<'scan'>()

/** One file of a scan with its facts. */
export const ScanPageView = FileView.extend({
  sha256: z.string(),
  addedAt: Moment,
  addedBy: z.string().nullable(),
})

/** The signed original: its editions, the one in force first. */
export const ScanView = z.object({
  id: ScanId,
  rowVersion: z.int(),
  /** Whether the reader may add pages and replace it. */
  isYours: z.boolean(),
  editions: z.array(z.object({ edition: z.int(), pages: z.array(ScanPageView) })),
})

const page = {
  id: ScanId,
  // In an upload the version travels in the address.
  rowVersion: z.coerce.number<string | number>().int().min(1),
  name: z.string().trim().min(1).max(255),
}

const callers = ['municipal_coordinator'] as const

export const scansContract = defineContract({
  loadScan: { method: 'GET', path: '/scans/:id', callers: readers, input: z.object({ id: ScanId }), output: ScanView },
  addScanPage: {
    method: 'POST',
    path: '/scans/:id/pages',
    callers,
    input: z.object(page),
    upload: { maxBytes: MAX_FILE_BYTES },
    output: ScanView,
  },
  /** A new edition that begins with this file; the former one stays to be read. */
  replaceScan: {
    method: 'POST',
    path: '/scans/:id/replacement',
    callers,
    input: z.object(page),
    upload: { maxBytes: MAX_FILE_BYTES },
    output: ScanView,
  },
})

export type ScanView = z.infer<typeof ScanView>
export type ScanPageView = z.infer<typeof ScanPageView>
