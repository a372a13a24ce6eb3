import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { packetsContract } from '../contract.ts'

export const packets = createClient(packetsContract, send)
