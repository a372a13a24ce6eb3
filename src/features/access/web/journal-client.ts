import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { journalContract } from '../journal-contract.ts'

export const journalClient = createClient(journalContract, send)
