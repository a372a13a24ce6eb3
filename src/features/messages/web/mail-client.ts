import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { mailContract } from '../mail-contract.ts'

export const mailClient = createClient(mailContract, send)
