import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { programmesContract } from '../contract.ts'

export const programmesClient = createClient(programmesContract, send)
