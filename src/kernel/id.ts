import { uuidv7 } from 'uuidv7'
import * as z from 'zod'

/** A UUIDv7 that knows what it names: a school's id does not compile where a road map's is asked for. */
export type Id<Kind extends string> = string & { readonly kind: Kind }

/** A fresh id, ordered by the time of its birth. */
export function newId<Kind extends string>(): Id<Kind> {
  return uuidv7() as Id<Kind> // the one place where a plain string becomes an id
}

/** The wire shape of an id. */
export function idOf<Kind extends string>() {
  return z.uuid() as unknown as z.ZodType<Id<Kind>, string> // zod has no branded output without a transform
}

export type OrganisationId = Id<'organisation'>
export type PersonId = Id<'person'>
export type ProgrammeId = Id<'programme'>
export type RoadMapId = Id<'roadMap'>
/** Facts hang on it; it outlives every revision of the road map. */
export type ActivityId = Id<'activity'>
export type FileId = Id<'file'>
export type DocumentId = Id<'document'>
