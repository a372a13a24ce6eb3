import { assignmentsContract } from '../../src/features/assignments/contract.ts'
import { roadMapsContract } from '../../src/features/road-maps/contract.ts'
import { searchContract } from '../../src/features/search/contract.ts'
import type { Endpoint, InputOf, OutputOf } from '../../src/kernel/contract.ts'
import type { Worker, WorkerRole } from './worker.ts'

/** Asks under the name that the table shows; what is looked at stays on the screen and is asked for again after a change. */
export type Ask = <E extends Endpoint>(name: string, endpoint: E, input: InputOf<E>) => Promise<OutputOf<E>>
export type Hands = { look: Ask; change: Ask }

const { loadToday, loadMatrix, loadYear, loadCell, listTasks, recordProof, submit, accept } = assignmentsContract
const typed = ['школа 12', 'лицей', 'вебинар', 'директор', 'диагностика', 'отчёт', 'гимназия', 'план']
const unfinished = ['open', 'due-soon', 'late', 'window-missed', 'returned']

/** How often each thing is done, of so many. */
const habits: Record<WorkerRole, Record<string, number>> = {
  region: { today: 1, year: 2, tasks: 2, roadMap: 1, search: 3 },
  head: { today: 4, matrix: 4, tasks: 2, roadMap: 1, search: 2 },
  coordinator: { today: 4, matrix: 4, decide: 5, tasks: 3, roadMap: 1, search: 3 },
  school: { today: 4, matrix: 3, handIn: 4, tasks: 3, roadMap: 1, search: 1 },
}

type Matrix = OutputOf<typeof loadMatrix>
type Cell = Parameters<typeof cellInput>[0]

/** What this person does next, chance by chance, as often as somebody in her place does it. */
export function deedsOf(worker: Worker, { look, change }: Hands): () => Promise<unknown> {
  const { programmeId, roadMapId, year } = worker
  let cells: { waiting: Cell[]; own: Cell[] } = { waiting: [], own: [] }

  const matrix = async () => {
    const seen = await look('matrix', loadMatrix, { programmeId })
    cells = {
      waiting: cellsOf(seen, (kind) => kind.waiting > 0),
      own: cellsOf(seen, (kind) => unfinished.includes(kind.state)).filter(
        (one) => one.organisationId === worker.organisationId,
      ),
    }
  }
  const openOne = async (which: keyof typeof cells) => {
    if (cells[which].length === 0) await matrix()
    const cell = anyOf(cells[which])
    if (!cell) return null
    cells[which] = cells[which].filter((one) => one !== cell)
    const { windows } = await look('cell', loadCell, cellInput(cell))
    return { cell, windows }
  }

  const deeds: Record<string, () => Promise<unknown>> = {
    today: () => look('today', loadToday, {}),
    matrix,
    year: () => look('matrix of a region', loadYear, { year }),
    tasks: () => look('tasks', listTasks, { page: 1 }),
    roadMap: () => look('road map', roadMapsContract.loadRoadMap, { id: roadMapId }),
    search: () => change('search', searchContract.find, { words: anyOf(typed) ?? 'план' }),
    async decide() {
      const opened = await openOne('waiting')
      const attempt = opened?.windows.find((one) => one.may.accept)?.attempts.at(-1)
      if (attempt) await change('accept', accept, { id: attempt.id, rowVersion: attempt.rowVersion })
    },
    async handIn() {
      const opened = await openOne('own')
      const window = opened?.windows.find((one) => one.may.record)?.window
      if (!opened || !window) return
      const proof = { form: 'words' as const, note: 'Проведено заседание методического объединения' }
      const shown = await change('proof', recordProof, { ...cellInput(opened.cell), window, proof })
      const ready = shown.windows.find((one) => one.may.submit)
      if (ready) await change('submit', submit, { ...cellInput(opened.cell), window: ready.window })
    },
  }
  const all = Object.entries(habits[worker.role]).flatMap(([name, times]) =>
    Array.from({ length: times }, () => deeds[name]),
  )
  return async () => anyOf(all)?.()
}

function cellsOf({ rows, kinds, boards }: Matrix, isWanted: (kind: Matrix['kinds'][number]) => boolean) {
  return rows.flatMap(({ board, organisationId, cells }) =>
    cells.flatMap((place, column) => {
      const kind = kinds[place]
      const activityId = boards[board]?.activityIds[column]
      return kind && activityId && isWanted(kind) ? [{ activityId, organisationId }] : []
    }),
  )
}

function cellInput({ activityId, organisationId }: ReturnType<typeof cellsOf>[number]) {
  return { activityId, organisationId }
}

function anyOf<T>(list: readonly T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)]
}
