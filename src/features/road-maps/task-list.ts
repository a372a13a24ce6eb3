import { inOneLine } from '../../paper/paper.ts'
import { hasTask } from './addressed-task.ts'
import { termIn } from './clause-plan.ts'
import { type ListedActivity, type ListedPlan, listedPlanOf } from './listed-plan.ts'
import { roadMapTitle } from './road-map-title.ts'

const numbered = /^(\d{1,2}(?:\.\d{1,2})*)[.)]\s*(?=[\p{L}«"])/u
const named = /\s*[(,.;]\s*отв(?:етственн\p{L}+|\.)?\s*[:–—-]?\s*([^()]+?)\)?[.;]?$/iu

/** Numbered tasks that name their term in the sentence: «Сдать отчёт не позднее 20 апреля 2025 года»; null where fewer than two do. */
export function taskList(lines: string[]): ListedPlan | null {
  const plain = lines.map(inOneLine)
  const tasks = plain.filter((line) => numbered.test(line))
  const rows = plain.flatMap((line, at) => taskOf(line, at) ?? [])
  if (rows.length < 2 || rows.length * 2 < tasks.length) return null
  const first = plain.findIndex((line) => numbered.test(line))
  const message = 'Таблицы в документе нет: мероприятия и сроки взяты из пронумерованных строк.'
  return listedPlanOf(roadMapTitle(plain.slice(0, first)), rows, { message, confidence: 0.6 })
}

function taskOf(line: string, at: number): ListedActivity | null {
  const [mark = '', number = null] = numbered.exec(line) ?? []
  const text = line.slice(mark.length)
  const period = termIn(text)
  if (mark === '' || period === '' || !hasTask(text)) return null
  const found = named.exec(text)
  const executors = (found?.[1] ?? '').trim()
  const task = inOneLine(text.slice(0, found?.index).replace(period, ' '))
  const title = task.replace(/\s+(?=[,.;])/g, '').replace(/[\s.;,]+$/, '')
  return { number, title, period, executors, result: '', lines: { from: at, to: at + 1 } }
}
