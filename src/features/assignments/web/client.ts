import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { documentsContract } from '../../documents/contract.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { assignmentsContract } from '../contract.ts'

export const assignments = createClient(assignmentsContract, send)
export const organisations = createClient(organisationsContract, send)
export const documents = createClient(documentsContract, send)
