import { type Actor, holds } from '../../kernel/actor.ts'

export const documentKinds = ['order', 'letter', 'protocol', 'report', 'incoming-letter', 'resolution'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What an office writes itself; the rest comes to it, or is only noted. */
export const writtenKinds = ['order', 'letter', 'protocol', 'report'] as const
export type WrittenKind = (typeof writtenKinds)[number]

/** A number is typed in from the office's own journal; whoever is acquainted is written down beside the state. */
export const documentStatuses = ['draft', 'registered', 'signed', 'abandoned'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

export const audiences = ['everyone', 'addressees'] as const
/** `everyone`: whoever belongs to the owner reads it once it is registered. */
export type Audience = (typeof audiences)[number]

export const signatureForms = ['scan', 'detached'] as const
export type SignatureForm = (typeof signatureForms)[number]

/** `marked`: a copy that bears the mark of the electronic signature; the signed one bears none. */
export const paperForms = ['pdf', 'docx', 'annex', 'marked'] as const
export type PaperForm = (typeof paperForms)[number]

/** What may be asked for; `zip` is the package for an electronic office. */
export const paperFormats = ['pdf', 'docx', 'marked', 'zip'] as const
export type PaperFormat = (typeof paperFormats)[number]

export const onBehalfWays = ['letter', 'call', 'photo', 'paper'] as const
/** How a school that did not press the button itself said that it has read the paper. */
export type OnBehalf = (typeof onBehalfWays)[number]

/** What a certificate says of itself; Opora reads it and proves nothing. */
export type Certificate = { serial: string; owner: string; issuer: string; from: string | null; to: string | null }

/** The office's papers are written and registered by its coordinator and its head. */
export function canKeepDocuments(actor: Actor, owner: { path: string }): boolean {
  return holds(actor, ['municipal_coordinator', 'authority_head'], owner)
}

/** Whoever leads the school, or is of its team, says that it has read a paper. */
export function canBeAcquainted(actor: Actor, addressee: { path: string }): boolean {
  return holds(actor, ['school_head', 'school_team'], addressee)
}

/** A registered paper is a fact: only a draft is still written. */
export function isWritten(status: DocumentStatus): boolean {
  return status === 'draft'
}

/** Scans and signatures may come one after another, but only to what has a number. */
export function maySign(status: DocumentStatus): boolean {
  return status === 'registered' || status === 'signed'
}

/** Only what is in force asks to be read. */
export function asksToBeRead(status: DocumentStatus): boolean {
  return maySign(status)
}
