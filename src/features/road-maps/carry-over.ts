import { matchRows } from './match-rows.ts'
import type { ParseAnswer, ParsedActivity } from './order.ts'
import type { Understanding, UnderstoodActivity, UnderstoodSection } from './understanding.ts'

export type Earlier = { answer: ParseAnswer | null; understanding: Understanding }

/**
 * What a person had said about the earlier paper holds for the new one wherever the signed words are the same, so that
 * reading the same file again asks nothing twice and changes nothing.
 */
export function carryOver(fresh: Understanding, answer: ParseAnswer, earlier: Earlier): Understanding {
  const before = rowsOf(earlier.understanding).filter((row) => !isAdded(row))
  const matched = matchRows(before, rowsOf(fresh))
  const [signedNow, signedThen] = [signedByKey(answer), signedByKey(earlier.answer)]
  const carry = (row: UnderstoodActivity) => {
    const old = matched.get(row)
    const [now, then] = [signedNow.get(row.key), old && signedThen.get(old.key)]
    return old && now && then ? carryRow(row, old, isSameRow(now, then)) : row
  }
  return {
    ...fresh,
    ...carriedHeader(fresh, earlier.understanding, answer.roadMap?.title === earlier.answer?.roadMap?.title),
    sections: fresh.sections.map((section, place) => {
      const old = earlier.understanding.sections[place]
      const isSame = old !== undefined && old.title === section.title
      return {
        ...section,
        audience: isSame ? old.audience : section.audience,
        activities: [...section.activities.map(carry), ...(isSame ? addedRows(old) : [])],
      }
    }),
    participants: carriedParticipants(fresh, earlier.understanding),
    decisions: carriedDecisions(answer, earlier),
  }
}

/** Edits live on where the row's words are the same; what was only proposed then is proposed anew. */
function carryRow(row: UnderstoodActivity, old: UnderstoodActivity, isSame: boolean): UnderstoodActivity {
  if (!isSame) return row
  return { ...old, key: row.key, source: row.source }
}

function carriedHeader(fresh: Understanding, old: Understanding, isSameTitle: boolean): Partial<Understanding> {
  const kept = old.changed.filter((name) => name !== 'orderNumber' && name !== 'orderDate')
  const names = new Set(isSameTitle ? kept : [])
  return {
    programmeTitle: old.programmeTitle,
    title: names.has('title') ? old.title : fresh.title,
    year: names.has('year') ? old.year : fresh.year,
    schoolYear: names.has('schoolYear') ? old.schoolYear : fresh.schoolYear,
    authorityName: names.has('authorityName') ? old.authorityName : fresh.authorityName,
    coordinatorText: names.has('coordinatorText') ? old.coordinatorText : fresh.coordinatorText,
    signatoryText: names.has('signatoryText') ? old.signatoryText : fresh.signatoryText,
    controllerText: names.has('controllerText') ? old.controllerText : fresh.controllerText,
    changed: [...names],
  }
}

function carriedParticipants(fresh: Understanding, old: Understanding) {
  const known = new Map(old.participants.map((one) => [one.text, one]))
  const listed = fresh.participants.map((one) => known.get(one.text) ?? one)
  const added = old.participants.filter((one) => one.text === '' && one.included)
  return [...listed, ...added]
}

function carriedDecisions(answer: ParseAnswer, { answer: then, understanding }: Earlier) {
  const nameOf = (finding: ParseAnswer['findings'][number] | undefined) =>
    finding && JSON.stringify([finding.code, finding.message, finding.where.part, finding.where.activity])
  const known = new Map(understanding.decisions.map((one) => [nameOf(then?.findings[one.finding]), one]))
  return answer.findings.flatMap((finding, index) => {
    const old = known.get(nameOf(finding))
    return old ? [{ ...old, finding: index }] : []
  })
}

function rowsOf(understanding: Understanding): UnderstoodActivity[] {
  return understanding.sections.flatMap((section) => section.activities)
}

function addedRows(section: UnderstoodSection): UnderstoodActivity[] {
  return section.activities.filter(isAdded)
}

function isAdded(row: UnderstoodActivity): boolean {
  return row.key.startsWith('new-')
}

/** The signed rows by the keys that the understanding gives them. */
export function signedByKey(answer: ParseAnswer | null): Map<string, ParsedActivity> {
  const sections = answer?.roadMap?.sections ?? []
  return new Map(
    sections.flatMap((section, place) => section.activities.map((row, index) => [`${place}.${index}`, row] as const)),
  )
}

function isSameRow(one: ParsedActivity, other: ParsedActivity): boolean {
  return wordsOf(one) === wordsOf(other)
}

function wordsOf(row: ParsedActivity): string {
  const cells = [row.number, row.title, row.period?.text, row.executors?.text, row.expectedResult, row.targetGroups]
  return JSON.stringify(cells).replace(/\s+/g, ' ')
}
