import * as z from 'zod'
import { defineContract, FileAnswer } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { onBehalfWays } from '../../kernel/on-behalf.ts'
import { PacketView, ReturnView } from './view.ts'

const handlers = ['municipal_coordinator', 'curator', 'school_head', 'school_team'] as const

/** More than a packet with every row filled to its brim. */
export const MOST_PACKET_BYTES = 2 * 1024 * 1024

const place = z.object({ programmeId: idOf<'programme'>(), organisationId: idOf<'organisation'>() })

/** «Бумажный пакет»: a school's plan on paper and back. */
export const packetsContract = defineContract({
  loadPacket: {
    method: 'GET',
    path: '/programmes/:programmeId/organisations/:organisationId/packet',
    callers: handlers,
    input: place,
    output: PacketView,
  },
  exportPacket: {
    method: 'GET',
    path: '/programmes/:programmeId/organisations/:organisationId/packet.xlsx',
    callers: handlers,
    input: place,
    output: FileAnswer,
    download: true,
  },
  /** The same rows as a paper to type or write into; what comes back in it is recorded by hand. */
  exportPacketPaper: {
    method: 'GET',
    path: '/programmes/:programmeId/organisations/:organisationId/packet.docx',
    callers: handlers,
    input: place,
    output: FileAnswer,
    download: true,
  },
  /** Keeps the filled table and says what would be recorded; nothing is recorded yet. */
  bringPacketBack: {
    method: 'POST',
    path: '/organisations/:organisationId/packet-files',
    callers: handlers,
    input: z.object({ organisationId: idOf<'organisation'>(), name: z.string().trim().min(1).max(400) }),
    output: ReturnView,
    upload: { maxBytes: MOST_PACKET_BYTES },
  },
  /** Records every row that is ready; one that was recorded before is left. */
  recordPacket: {
    method: 'POST',
    path: '/packet-files/:fileId/proofs',
    callers: handlers,
    input: z.object({ fileId: idOf<'file'>(), onBehalf: z.enum(onBehalfWays).nullable().default(null) }),
    output: ReturnView,
  },
})
