import { dotted } from '../kernel/day.ts'
import type { ElectronicSeal, Mark, Signatory } from './document.ts'
import type { WrittenBlock, WrittenCell } from './written.ts'

/** Post at the left, name at the right, room to sign between. */
export function signatureBlocks(signatory: Signatory | null): WrittenBlock[] {
  if (signatory === null) return []
  return [{ text: '', above: 14, keepsNext: true }, frame([[signatory.post, '', signatory.name]], [85, 35, 45])]
}

/** The text with its signature, which never stands on a page without the last words of the text. */
export function signed(text: readonly WrittenBlock[], signatory: Signatory | null): WrittenBlock[] {
  if (signatory === null) return [...text]
  const last = text.slice(-1).map((block) => ({ ...block, keepsNext: true }))
  return [...text.slice(0, -1), ...last, ...signatureBlocks(signatory)]
}

/** The mark of an electronic signature: what the certificate says of itself, in a box. */
export function sealBlocks(seal: ElectronicSeal | null): WrittenBlock[] {
  if (seal === null) return []
  const days = [seal.from, seal.to].map((day) => (day === null ? '…' : dotted(day)))
  const lines = [
    'ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ',
    `Сертификат ${seal.certificate}`,
    `Владелец ${seal.owner}`,
    `Действителен с ${days[0]} по ${days[1]}`,
  ]
  const cell: WrittenCell = { text: lines.join('\n'), align: 'center' }
  return [
    { text: '', size: 8, keepsNext: true },
    { headRows: [], rows: [[cell]], widths: [1], fill: 0.55, size: 9 },
  ]
}

export function agreedBlocks(agreed: readonly Mark[]): WrittenBlock[] {
  if (agreed.length === 0) return []
  const rows = agreed.map(({ post, name, date }) => [
    post,
    '____________',
    `${name}\n${date === null ? '«___» __________ 20___ г.' : dotted(date)}`,
  ])
  return [{ text: 'СОГЛАСОВАНО', above: 14, keepsNext: true }, frame(rows, [75, 35, 55])]
}

export function acquaintBlocks(names: readonly string[]): WrittenBlock[] {
  if (names.length === 0) return []
  const rows = names.map((name) => [name, '____________', '«___» __________ 20___ г.'])
  return [{ text: 'С документом ознакомлены:', above: 14, keepsNext: true }, frame(rows, [75, 35, 55])]
}

function frame(rows: string[][], widths: number[]): WrittenBlock {
  return {
    headRows: [],
    rows: rows.map((texts) =>
      texts.map(
        (text, index): WrittenCell => ({ text, isLow: true, align: index === texts.length - 1 ? 'right' : 'left' }),
      ),
    ),
    widths,
    isFrame: true,
  }
}
