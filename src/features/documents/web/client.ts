import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { documentsContract } from '../contract.ts'

export const documents = createClient(documentsContract, send)
export const organisations = createClient(organisationsContract, send)
