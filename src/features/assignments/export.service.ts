import { day } from '../../kernel/day.ts'
import type { ProgrammeId } from '../../kernel/id.ts'
import type { Download, Work } from '../../server/work.ts'
import { listNamesOn } from '../organisations/history.service.ts'
import { listSheet, matrixSheet } from './paper.ts'
import { paperWords } from './paper-words.ts'
import { loadMatrix, type ProgrammeMatrix } from './read-matrix.service.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The matrix as the actor sees it, as a table of an office program. */
export async function exportMatrix(work: Work, programmeId: ProgrammeId): Promise<Download> {
  const view = await loadOnPaper(work, programmeId)
  return {
    name: `${paperWords[work.language]['sheet.matrix']} ${view.programme.year}.xlsx`,
    type: XLSX,
    bytes: await matrixSheet(view, work.language),
  }
}

export async function exportList(work: Work, programmeId: ProgrammeId): Promise<Download> {
  const view = await loadOnPaper(work, programmeId)
  return {
    name: `${paperWords[work.language]['sheet.list']} ${view.programme.year}.xlsx`,
    type: XLSX,
    bytes: await listSheet(view, work.language),
  }
}

/** A year that is over keeps the names of its own time; the screen shows those of today. */
async function loadOnPaper(work: Work, programmeId: ProgrammeId): Promise<ProgrammeMatrix> {
  const view = await loadMatrix(work, programmeId)
  const lastDay = lastDayOf(view.programme)
  const ids = view.rows.map((row) => row.organisationId)
  const names = await listNamesOn(work, ids, lastDay < view.today ? lastDay : view.today)
  return { ...view, rows: view.rows.map((row) => ({ ...row, ...nameOf(names.get(row.organisationId)) })) }
}

function nameOf(name: { shortName: string } | undefined) {
  return name && { shortName: name.shortName }
}

function lastDayOf({ year, isSchoolYear }: ProgrammeMatrix['programme']) {
  return isSchoolYear ? day(year + 1, 8, 31) : day(year, 12, 31)
}
