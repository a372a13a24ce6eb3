import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { templatesContract } from '../contract.ts'

export const templatesClient = createClient(templatesContract, send)
