import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { viewAsContract } from '../view-as-contract.ts'

export const viewClient = createClient(viewAsContract, send)
