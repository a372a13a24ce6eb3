import {
  type CorrectionView,
  correctionsContract,
  type RowChangeInput,
} from '../../src/features/corrections/contract.ts'
import type { RoadMapId } from '../../src/kernel/id.ts'
import type { TestApp } from './app.ts'

export const correctionHead = {
  reason: 'Собеседования показали, что сроки не выдерживаются',
  basisKind: 'interview',
  basis: 'протокол № 3',
} as const

/** The steps of the coordinator through a correction. */
export function correcting(stage: Pick<TestApp, 'as'>) {
  async function begin(roadMapId: RoadMapId) {
    const { body } = await stage
      .as('coordinator')
      .call(correctionsContract.startCorrection, { roadMapId, ...correctionHead })
    return load(body.id)
  }

  async function load(id: CorrectionView['id']): Promise<CorrectionView> {
    return (await stage.as('coordinator').call(correctionsContract.loadCorrection, { id })).body
  }

  async function edit(correction: CorrectionView, place: number, change: RowChangeInput) {
    const row = correction.rows[place]
    if (!row) throw new Error('no such row')
    const { activityId, rowVersion } = row
    return stage
      .as('coordinator')
      .call(correctionsContract.changeRow, { id: correction.id, activityId, rowVersion, change })
  }

  function approve(
    { id, rowVersion }: CorrectionView,
    orderNumber: string | null = '45',
    orderDate: string | null = '2024-02-14',
  ) {
    return stage
      .as('coordinator')
      .call(correctionsContract.approveCorrection, { id, rowVersion, orderNumber, orderDate })
  }

  return { begin, load, edit, approve }
}

export function versionOf<T extends { id: unknown; rowVersion: number }>({ id, rowVersion }: T) {
  return { id: id as T['id'], rowVersion } // the id of what was given
}
