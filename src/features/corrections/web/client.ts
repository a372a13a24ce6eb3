import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { correctionsContract } from '../contract.ts'

export const corrections = createClient(correctionsContract, send)
