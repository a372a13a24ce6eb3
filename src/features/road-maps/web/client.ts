import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { roadMapsContract } from '../contract.ts'
import { importsContract } from '../import-contract.ts'

export const imports = createClient(importsContract, send)
export const roadMaps = createClient(roadMapsContract, send)
export const organisations = createClient(organisationsContract, send)
