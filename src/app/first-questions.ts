import { accessContract } from '../features/access/contract.ts'
import { assignmentsContract } from '../features/assignments/contract.ts'
import { programmesContract } from '../features/programmes/contract.ts'
import { registryContract } from '../features/registry/contract.ts'
import { roadMapsContract } from '../features/road-maps/contract.ts'
import { type Endpoint, type InputOf, type OutputOf, requestOf } from '../kernel/contract.ts'
import type { AskForPage, FirstQuestions } from '../server/http/page-answers.ts'

/** Who is there, which projects there are, and what the screens show that are opened most. */
export const firstQuestions: FirstQuestions = async ({ pathname, search }, ask) => {
  const me = await put(ask, accessContract.loadMe, {})
  const person = me?.person
  if (!person?.memberships.some(({ role }) => role !== 'teacher')) return
  const programmes = put(ask, programmesContract.listProgrammes, {}, person.id)
  // What an address filters and turns over is for the screen to read.
  if (search === '') await Promise.all([programmes, ...questionsAt(pathname, ask, person.id), matrix()])
  await programmes

  async function matrix() {
    if (pathname !== '/road-map') return
    const [only, ...others] = (await programmes)?.programmes ?? []
    if (only && others.length === 0)
      await put(ask, assignmentsContract.loadMatrix, { programmeId: only.id }, person?.id)
  }
}

function questionsAt(pathname: string, ask: AskForPage, personId: string): readonly Promise<unknown>[] {
  const [, roadMapId] = /^\/road-map\/([0-9a-f-]{36})\/plan$/.exec(pathname) ?? []
  if (roadMapId) return [put(ask, roadMapsContract.loadRoadMap, { id: roadMapId }, personId)]
  if (pathname === '/') return [put(ask, assignmentsContract.loadToday, {}, personId)]
  if (pathname === '/tasks') return [put(ask, assignmentsContract.listTasks, { page: 1 }, personId)]
  if (pathname === '/settings/registry') return [put(ask, registryContract.listRegistryImports, {}, personId)]
  return []
}

/** The answer is what the endpoint promises: the road checks it before it leaves. */
async function put<E extends Endpoint>(ask: AskForPage, endpoint: E, input: InputOf<E>, personId?: string) {
  return (await ask(requestOf(endpoint, input).path, personId)) as OutputOf<E> | null
}
