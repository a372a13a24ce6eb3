import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { scansContract } from '../contract.ts'

export const scans = createClient(scansContract, send)
