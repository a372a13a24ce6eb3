import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { rehearsalsContract } from '../contract.ts'

export const rehearsals = createClient(rehearsalsContract, send)
