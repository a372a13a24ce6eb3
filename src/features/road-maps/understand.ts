import type { OrganisationId } from '../../kernel/id.ts'
import { comparableName, type OrganisationKind } from '../organisations/organisation.ts'
import type { SupportVariant } from '../programmes/programme.ts'
import type { ParseAnswer, ParsedOrder } from './order.ts'
import { proposeParts } from './parts.ts'
import { plainName, programmeTitleOf } from './road-map-names.ts'
import type { Understanding, UnderstoodOrganisation, UnderstoodSection } from './understanding.ts'

export type KnownOrganisation = {
  id: OrganisationId
  kind: OrganisationKind
  shortName: string
  fullName: string
}

/** What was read, made ready to be looked over: nothing in it is final and nothing of the paper is changed. */
export function understand(answer: ParseAnswer, known: readonly KnownOrganisation[]): Understanding | null {
  const { order, roadMap } = answer
  if (!roadMap) return null
  const title = roadMap.title ?? order?.title ?? ''
  return {
    title,
    programmeTitle: programmeTitleOf(title),
    year: roadMap.year,
    schoolYear: roadMap.schoolYear,
    orderNumber: order?.number ?? null,
    orderDate: order?.date ?? null,
    authorityName: plainName(order?.authority ?? ''),
    coordinatorText: wordsOf(order, 'coordinator'),
    controllerText: wordsOf(order, 'controller'),
    signatoryText: wordsOf(order, 'signatory'),
    sections: roadMap.sections.map(
      (section, place): UnderstoodSection => ({
        ...section,
        activities: section.activities.map((row, index) => ({
          ...row,
          key: `${place}.${index}`,
          periodReading: null,
          parts: proposeParts(row, section.audience),
          removed: false,
          changed: [],
        })),
      }),
    ),
    participants: (order?.participants ?? []).map((text) => participantOf(text, known)),
    decisions: [],
    changed: [],
  }
}

/** A name of the order, matched to a school that is known under it, or to be made. */
export function participantOf(text: string, known: readonly KnownOrganisation[]): UnderstoodOrganisation {
  const found = findByName(text, known)
  return {
    text,
    organisationId: found?.id ?? null,
    shortName: found?.shortName ?? text,
    fullName: found?.fullName ?? text,
    variant: 'undefined',
    included: true,
  }
}

/** Schools that take part already keep the variant they have. */
export function withVariants(
  participants: readonly UnderstoodOrganisation[],
  variants: ReadonlyMap<OrganisationId, SupportVariant>,
): UnderstoodOrganisation[] {
  return participants.map((one) => ({
    ...one,
    variant: (one.organisationId && variants.get(one.organisationId)) ?? one.variant,
  }))
}

function findByName(text: string, known: readonly KnownOrganisation[]): KnownOrganisation | undefined {
  const name = comparableName(text)
  return known.find(
    (one) => one.kind === 'school' && (comparableName(one.fullName) === name || comparableName(one.shortName) === name),
  )
}

function wordsOf(order: ParsedOrder | null, role: ParsedOrder['people'][number]['role']): string {
  return order?.people.find((one) => one.role === role)?.text ?? ''
}
