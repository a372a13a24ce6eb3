import type { ProgrammeId } from '../../kernel/id.ts'
import type { Download, Work } from '../../server/work.ts'
import { listSheet, matrixSheet } from './paper.ts'
import { paperWords } from './paper-words.ts'
import { loadMatrix } from './read-matrix.service.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The matrix as the actor sees it, as a table of an office program. */
export async function exportMatrix(work: Work, programmeId: ProgrammeId): Promise<Download> {
  const view = await loadMatrix(work, programmeId)
  return {
    name: `${paperWords[work.language]['sheet.matrix']} ${view.programme.year}.xlsx`,
    type: XLSX,
    bytes: await matrixSheet(view, work.language),
  }
}

export async function exportList(work: Work, programmeId: ProgrammeId): Promise<Download> {
  const view = await loadMatrix(work, programmeId)
  return {
    name: `${paperWords[work.language]['sheet.list']} ${view.programme.year}.xlsx`,
    type: XLSX,
    bytes: await listSheet(view, work.language),
  }
}
