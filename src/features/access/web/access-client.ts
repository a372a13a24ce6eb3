import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { accessContract } from '../contract.ts'

export const accessClient = createClient(accessContract, send)
