import type { OrganisationId } from '../../kernel/id.ts'

type Named = { name: string; position: string }
export type Place = { id: OrganisationId; shortName: string; fullName: string }

/** What papers of a project say of it. */
export type ProgrammeFacts = {
  title: string
  year: number
  isSchoolYear: boolean
  controllerText: string
  authority: Place
  /** The one beside the authority, where there is exactly one. */
  institute: Place | null
  coordinator: Named | null
  /** The head of the authority, or whoever stands in for her today. */
  signatory: { post: string; name: string } | null
}
