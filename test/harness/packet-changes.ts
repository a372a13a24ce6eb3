import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { packetsContract } from '../../src/features/packets/contract.ts'
import type { Change, Stage } from './changes.ts'
import { school } from './someone.ts'

/** A packet of a school, with words in its last row, as it comes back. */
export const packetChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'packets.bringPacketBack': async (stage) => {
    const { upload, ...input } = await returned(stage)
    return { as: 'coordinator', input, upload }
  },
  'packets.recordPacket': async (stage) => {
    const { upload, ...input } = await returned(stage)
    const { body } = await stage.as('coordinator').call(packetsContract.bringPacketBack, input, { upload })
    return { as: 'coordinator', input: { fileId: body.fileId, onBehalf: 'letter' } }
  },
}

let answers = 0

async function returned(stage: Stage) {
  const organisationId = school(stage)
  const place = { programmeId: stage.year.programmeId, organisationId }
  const { raw } = await stage.as('coordinator').call(packetsContract.exportPacket, place)
  const { sheets } = await readXlsx(raw)
  const rows = (sheets[0]?.rows ?? []).map((row) => row.map((value) => `${value ?? ''}`))
  const last = rows.at(-1)
  if (!last) throw new Error('the packet has no rows')
  last[4] = `Сделано, запись ${answers++}`
  const upload = Buffer.from(await writeXlsx({ sheets: [{ name: 'План', rows }] }))
  return { organisationId, name: 'Пакет.xlsx', upload }
}
