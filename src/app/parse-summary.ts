import type { ParseAnswer, ParsedOrder, ParsedRoadMap } from '../features/road-maps/order.ts'
import type { Finding } from '../kernel/finding.ts'

const severities: Record<Finding['severity'], string> = { error: 'Ошибка', warning: 'Внимание', note: 'Заметка' }

/** What a person at a terminal reads: the order, the rows in short, the findings with advice. */
export function parseSummary({ order, roadMap, roadMaps, findings }: ParseAnswer): string {
  const maps = roadMaps ?? (roadMap ? [roadMap] : [])
  const blocks = [order ? orderLines(order) : [], ...maps.map(roadMapLines), findings.map(findingLine)]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function orderLines({ number, date, title, participants, people }: ParsedOrder): string[] {
  return [
    `Приказ № ${number ?? '—'} от ${date ?? '—'}: ${title ?? 'без заголовка'}`,
    `Участники: ${participants.join('; ') || '—'}`,
    ...people.map(({ role, text }) => `${roles[role]}: ${text}`),
  ]
}

const roles: Record<ParsedOrder['people'][number]['role'], string> = {
  coordinator: 'Координатор',
  controller: 'Контроль',
  signatory: 'Подписал',
}

function roadMapLines({ title, year, schoolYear, sections }: ParsedRoadMap): string[] {
  const term = schoolYear === null ? `${year ?? '—'} год` : `${schoolYear}/${schoolYear + 1} учебный год`
  return [
    `${title ?? 'Дорожная карта'} (${term})`,
    ...sections.flatMap((section) => [
      section.title === null ? '' : `${section.number ?? ''} ${section.title}`.trim(),
      ...section.activities.map(
        ({ number, title: name, period }) => `  ${number ?? '—'} ${name} — ${period?.text ?? 'срок не указан'}`,
      ),
    ]),
  ].filter((line) => line !== '')
}

function findingLine({ severity, message, advice }: Finding): string {
  return `${severities[severity]}: ${message} ${advice}`
}
