import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { rolloversContract } from '../contract.ts'

export const rollovers = createClient(rolloversContract, send)
