import { type Day, dotted } from '../../kernel/day.ts'
import type { ProofKind } from '../../kernel/proof.ts'

/** The director's order that put a school's own map in force. */
export type MapOrder = { number: string; date: Day }

/** A row of the authority's map that is proved by the school having a road map of its own. */
export function asksForMap({ proof }: { proof: readonly ProofKind[] }): boolean {
  return proof.includes('road-map')
}

/** What stands as the proof, in the words of an office. */
export function mapOrderWords({ number, date }: MapOrder): string {
  return `Дорожная карта школы утверждена приказом от ${dotted(date)} № ${number}.`
}
