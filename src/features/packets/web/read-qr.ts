import { type Day, isDay } from '../../../kernel/day.ts'
import type { Window } from '../../../kernel/period.ts'

/** What the square of a printed row says: the cell of its address, and the window behind it. */
export type SheetPlace = { activityId: string; organisationId: string; window: Window }

/** Larger pictures are made smaller first: a square keeps its corners, and a phone its patience. */
const LONGEST_SIDE = 1600

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

/** The first square of ours in a picture; null where none is seen. The reader is fetched when the first picture comes. */
export async function readSquare(file: Blob): Promise<SheetPlace | null> {
  const pixels = await pixelsOf(file)
  return pixels && placeInPixels(pixels)
}

export async function placeInPixels({ data, width, height }: Pixels): Promise<SheetPlace | null> {
  const { default: jsQR } = await import('jsqr')
  const found = jsQR(data, width, height)
  return found && placeOfAddress(found.data)
}

type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>

/** Null for a picture that this browser cannot open: its row is chosen by hand. */
async function pixelsOf(file: Blob): Promise<Pixels | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const drawing = canvas.getContext('2d')
  if (!drawing) return null
  drawing.drawImage(picture, 0, 0, width, height)
  return drawing.getImageData(0, 0, width, height)
}

function dayOf(text: string): Day | null {
  return isDay(text) ? text : null
}
