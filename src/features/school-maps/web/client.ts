import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { roadMapsContract } from '../../road-maps/contract.ts'
import { schoolMapsContract } from '../contract.ts'

export const schoolMaps = createClient(schoolMapsContract, send)
export const roadMaps = createClient(roadMapsContract, send)
