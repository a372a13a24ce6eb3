import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { upkeepContract } from '../contract.ts'

export const upkeepClient = createClient(upkeepContract, send)
