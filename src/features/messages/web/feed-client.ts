import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { feedContract } from '../feed-contract.ts'

export const feedClient = createClient(feedContract, send)
