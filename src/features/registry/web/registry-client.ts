import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { registryContract } from '../contract.ts'

export const registryClient = createClient(registryContract, send)
