import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { organisationsContract } from '../contract.ts'

export const organisationsClient = createClient(organisationsContract, send)
