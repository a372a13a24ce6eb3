import * as z from 'zod'
import { useCall } from '../../../web/query.ts'
import { keep, kept } from '../../../web/storage.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useMay, useMe } from '../../access/web/me.ts'
import { type ProgrammeView, programmesContract } from '../contract.ts'
import { programmesClient } from './programmes-client.ts'

export type ChosenProject = {
  /** The one whose work is on the screen; null while none is known. */
  project: ProgrammeView | null
  /** All that the person may see, the newest first. */
  projects: readonly ProgrammeView[]
  isLoading: boolean
  /** False where the address leaves it to us. */
  isInAddress: boolean
  choose: (id: string) => void
}

const KEY = 'opora.project'
const ProjectUrl = z.object({ project: z.string().optional().catch(undefined) })

/** The project of `?project=`; without one, the one last chosen on this computer, then the one that runs today. */
export function useProject(): ChosenProject {
  const { today } = useMe()
  const [url, setUrl] = useUrlState(ProjectUrl)
  const enabled = useMay(programmesContract.listProgrammes)
  const call = useCall(programmesClient.listProgrammes, {}, { enabled })
  const projects = [...(call.data?.programmes ?? [])].sort((a, b) => b.startsOn.localeCompare(a.startsOn))
  const byId = (id: string | null | undefined) => projects.find((one) => one.id === id)
  const running = projects.find((one) => one.closedAt === null && one.startsOn <= today && today <= one.endsOn)
  return {
    project: byId(url.project) ?? byId(kept(KEY)) ?? running ?? projects[0] ?? null,
    projects,
    isLoading: enabled && call.isPending,
    isInAddress: byId(url.project) !== undefined,
    choose: (id) => {
      keep(KEY, id)
      setUrl({ project: id })
    },
  }
}
