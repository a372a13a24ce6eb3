import { type Day, isDay } from '../../../kernel/day.ts'
import type { Window } from '../../../kernel/period.ts'

/** What the square of a printed row says: the cell of its address, and the window behind it. */
export type SheetPlace = { activityId: string; organisationId: string; window: Window }

type Detector = { detect(picture: ImageBitmap): Promise<{ rawValue: string }[]> }
declare global {
  /** Browsers of phones and of macOS have it; others do not. */
  var BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined
}

/** The address that a printed row carries; its window stands behind the sign #. */
export function addressOf(publicUrl: string, { activityId, organisationId, window }: SheetPlace): string {
  return `${publicUrl}/road-map?cell=${activityId}.${organisationId}#${window.start ?? ''}.${window.end ?? ''}`
}

export function placeOfAddress(text: string): SheetPlace | null {
  if (!URL.canParse(text)) return null
  const { searchParams, hash } = new URL(text)
  const [activityId, organisationId] = searchParams.get('cell')?.split('.') ?? []
  const [start = '', end = ''] = hash.slice(1).split('.')
  if (!activityId || !organisationId) return null
  return { activityId, organisationId, window: { start: dayOf(start), end: dayOf(end) } }
}

/** The first square of ours in a picture; null where there is none, or where this browser cannot look for one. */
export async function readSquare(file: Blob): Promise<SheetPlace | null> {
  if (!globalThis.BarcodeDetector) return null
  try {
    const picture = await createImageBitmap(file)
    const found = await new globalThis.BarcodeDetector({ formats: ['qr_code'] }).detect(picture)
    return found.map((one) => placeOfAddress(one.rawValue)).find((one) => one !== null) ?? null
  } catch {
    // A picture that this browser cannot open has no square that it can read: the row is chosen by hand.
    return null
  }
}

function dayOf(text: string): Day | null {
  return isDay(text) ? text : null
}
