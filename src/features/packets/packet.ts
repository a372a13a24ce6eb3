import { type Day, isDay } from '../../kernel/day.ts'
import { type ActivityId, idOf, type OrganisationId } from '../../kernel/id.ts'
import type { Window } from '../../kernel/period.ts'
import { dateIn } from '../road-maps/written-date.ts'

/** Where a row of a packet leads: a window of an activity, asked of an organisation. */
export type RowPlace = { organisationId: OrganisationId; activityId: ActivityId; window: Window }

/** What a school has written into a row. */
export type Answer = { done: string; when: string; who: string; source: string }

/** A proof as its row says it, in the shape in which proofs are recorded. */
export type SaidProof =
  | { form: 'words'; note: string }
  | { form: 'link'; url: string; note: string }
  | { form: 'outside-event'; heldOn: Day; tookPart: string; letter: string; url: string | null; note: string }

export const answerFaults = [
  'when-unread',
  'when-ahead',
  'who-missing',
  'when-missing',
  'too-short',
  'too-long',
] as const
export type AnswerFault = (typeof answerFaults)[number]

const [OrganisationKey, ActivityKey] = [idOf<'organisation'>(), idOf<'activity'>()]
const FORMAT = 'opora-1'
const LONGEST = 1000
const SHORTEST = 3

/** The hidden text by which a returned row finds its place; its last part tells a damaged one. */
export function keyOf({ organisationId, activityId, window }: RowPlace): string {
  const parts = [FORMAT, organisationId, activityId, window.start ?? '', window.end ?? '']
  return [...parts, checkOf(parts.join('|'))].join('|')
}

/** Null where the text is none of ours, or was changed. */
export function placeOfKey(text: string): RowPlace | null {
  const parts = text.trim().split('|')
  const [format, organisationId = '', activityId = '', start = '', end = '', check] = parts
  if (format !== FORMAT || check !== checkOf(parts.slice(0, 5).join('|'))) return null
  const ids = [OrganisationKey.safeParse(organisationId), ActivityKey.safeParse(activityId)] as const
  if (!ids[0].success || !ids[1].success) return null
  const window = { start: isDay(start) ? start : null, end: isDay(end) ? end : null }
  return { organisationId: ids[0].data, activityId: ids[1].data, window }
}

export function isEmpty(answer: Answer): boolean {
  return Object.values(answer).every((text) => text.trim() === '')
}

/** A day and who took part make an event, an address alone a link, everything else words. */
export function proofOf(answer: Answer, today: Day): SaidProof | { fault: AnswerFault } {
  const [note, when, who, source] = [answer.done, answer.when, answer.who, answer.source].map((one) => one.trim())
  if ([note, who, source].some((text) => (text ?? '').length > LONGEST)) return { fault: 'too-long' }
  const said = { note: note ?? '', who: who ?? '', source: source ?? '' }
  if (!when && !said.who) return withoutDay(said)
  if (!when) return { fault: 'when-missing' }
  const heldOn = isDay(when) ? when : dateIn(when)
  if (heldOn === null) return { fault: 'when-unread' }
  if (heldOn > today) return { fault: 'when-ahead' }
  if (said.who.length < SHORTEST) return { fault: 'who-missing' }
  const url = addressIn(said.source)
  const letter = url ? '' : said.source.slice(0, 400)
  return { form: 'outside-event', heldOn, tookPart: said.who, letter, url, note: said.note }
}

/** The same, whatever the case and the spaces: what was recorded once is not recorded again. */
export function isSameProof(said: SaidProof, kept: KeptProof): boolean {
  const { note = '', url = null, heldOn = null, tookPart = '', letter = '' }: Partial<KeptProof> = said
  return (
    said.form === kept.form &&
    [note, url ?? '', heldOn ?? '', tookPart, letter].map(plain).join('|') ===
      [kept.note, kept.url ?? '', kept.heldOn ?? '', kept.tookPart, kept.letter].map(plain).join('|')
  )
}

type KeptProof = {
  form: string
  note: string
  url: string | null
  heldOn: Day | null
  tookPart: string
  letter: string
}

function withoutDay({ note, source }: { note: string; source: string }): SaidProof | { fault: AnswerFault } {
  const url = addressIn(source)
  if (url) return { form: 'link', url, note }
  const words = [note, source].filter((text) => text !== '').join('. ')
  return words.length < SHORTEST ? { fault: 'too-short' } : { form: 'words', note: words }
}

function addressIn(text: string): string | null {
  if (!/^(https?:\/\/)?[\p{L}\d-]+(\.[\p{L}\d-]+)+(\/\S*)?$/iu.test(text)) return null
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return URL.canParse(address) ? address : null
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Sixteen bits against a slip of the hand, no secret: what may be recorded is judged anew at every row. */
function checkOf(text: string): string {
  let sum = 0xffff
  for (const letter of text) {
    sum ^= (letter.codePointAt(0) ?? 0) << 8
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000 ? ((sum << 1) ^ 0x1021) & 0xffff : (sum << 1) & 0xffff
  }
  return sum.toString(16).padStart(4, '0')
}
