import type { Service } from '../../server/work.ts'
import type { packetsContract } from './contract.ts'
import { exportPacket, exportPacketPaper, loadPacket } from './load-packet.service.ts'
import { bringPacketBack, type ReadTable, recordPacket } from './return-packet.service.ts'

/** A table that comes from outside is read by whatever the product gives for it, away from everything else. */
export function packetsService(readTable: ReadTable): Service<typeof packetsContract> {
  return {
    loadPacket: (work, place) => loadPacket(work, place),
    exportPacket: (work, place) => exportPacket(work, place),
    exportPacketPaper: (work, place) => exportPacketPaper(work, place),
    bringPacketBack: (work, input, received) => bringPacketBack(work, { ...input, received }, readTable),
    recordPacket: (work, input) => recordPacket(work, input, readTable),
  }
}
