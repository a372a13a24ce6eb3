import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { secondFactorContract } from '../second-factor-contract.ts'

export const secondFactorClient = createClient(secondFactorContract, send)
