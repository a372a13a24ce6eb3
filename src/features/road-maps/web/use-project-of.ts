import { useCall } from '../../../web/query.ts'
import type { ProgrammeView } from '../../programmes/contract.ts'
import { useProject } from '../../programmes/web/use-project.ts'
import { roadMaps } from './client.ts'

/** The project of this road map, for pages whose address names only the map; unknown until both have come. */
export function useProjectOf(roadMapId: string): ProgrammeView | undefined {
  const found = useCall(roadMaps.loadRoadMap, { id: roadMapId })
  const { projects } = useProject()
  return projects.find((one) => one.id === found.data?.programmeId)
}
