import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { personalDataContract } from '../contract.ts'

export const personalDataClient = createClient(personalDataContract, send)
