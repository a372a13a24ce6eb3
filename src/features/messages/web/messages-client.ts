import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { messagesContract } from '../contract.ts'

export const messagesClient = createClient(messagesContract, send)
