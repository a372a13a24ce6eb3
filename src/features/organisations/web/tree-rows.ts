import type * as z from 'zod'
import type { OrganisationView } from '../contract.ts'
import { comparableName, organisationKinds } from '../organisation.ts'
import { byNumberInName } from './by-number-in-name.ts'

export type Organisation = z.infer<typeof OrganisationView>

export type TreeRow = {
  organisation: Organisation
  depth: number
  /** Open schools below it, at any depth; null where there can be none. */
  schools: number | null
  /** Null where there is nothing below it. */
  isOpen: boolean | null
  /** Stands only to show where a found one belongs. */
  isContext: boolean
}

export type TreeWish = {
  query: string
  /** Ids whose rows are open. */
  open: ReadonlySet<string>
  state: 'open' | 'closed' | null
}

/** The tree as rows, top down: what is found, and above it where it belongs. */
export function treeRows(organisations: readonly Organisation[], wish: TreeWish): TreeRow[] {
  const ids = new Set(organisations.map((one) => one.id))
  const below = new Map<string, Organisation[]>()
  for (const one of [...organisations].sort(inOrder)) {
    const parent = one.parentId !== null && ids.has(one.parentId) ? one.parentId : ROOT
    below.set(parent, [...(below.get(parent) ?? []), one])
  }
  const words = comparableName(wish.query).split(' ').filter(Boolean)
  const isFiltered = words.length > 0 || wish.state === 'closed'
  const isFound = (one: Organisation) =>
    (wish.state === null || (wish.state === 'closed') === (one.closedOn !== null)) && hasWords(one, words)
  const rowsBelow = (parent: string, depth: number): TreeRow[] =>
    (below.get(parent) ?? []).flatMap((organisation) => {
      const children = below.get(organisation.id) ?? []
      const isOpen = isFiltered || wish.open.has(organisation.id)
      const inner = rowsBelow(organisation.id, depth + 1)
      const found = isFound(organisation)
      if (!found && inner.length === 0) return []
      const schools =
        organisation.kind === 'school' || organisation.kind === 'institute' ? null : schoolsBelow(organisation, below)
      const row = { organisation, depth, schools, isOpen: children.length > 0 ? isOpen : null, isContext: !found }
      return isOpen ? [row, ...inner] : [row]
    })
  return rowsBelow(ROOT, 0)
}

const ROOT = ''

function schoolsBelow(organisation: Organisation, below: ReadonlyMap<string, Organisation[]>): number {
  return (below.get(organisation.id) ?? []).reduce((sum, one) => {
    const own = one.kind === 'school' && one.closedOn === null ? 1 : 0
    return sum + own + schoolsBelow(one, below)
  }, 0)
}

function hasWords({ shortName, fullName }: Organisation, words: readonly string[]): boolean {
  const names = comparableName(`${shortName} ${fullName}`)
  return words.every((word) => names.includes(word))
}

function inOrder(a: Organisation, b: Organisation): number {
  const byKind = organisationKinds.indexOf(a.kind) - organisationKinds.indexOf(b.kind)
  return byKind || byNumberInName(a.shortName, b.shortName)
}
