import { dotted } from '../../kernel/day.ts'
import type { Language } from '../../kernel/words.ts'
import { sayWindow } from '../assignments/say-window.ts'
import { rowWords } from '../road-maps/row-words.ts'
import { paperWords } from './paper-words.ts'
import type { PacketRow } from './view.ts'

/** «февраль–апрель 2024, до 27.04.2024», or the order's own words where there are no windows. */
export function periodOf({ window, periodText, dueOn }: PacketRow, language: Language): string {
  const due = dueOn ? `${paperWords[language].until} ${dotted(dueOn)}` : ''
  return [sayWindow(window, language) || (periodText ?? ''), due].filter((part) => part !== '').join(', ')
}

export function proofsOf({ proof }: PacketRow, language: Language): string {
  return proof.map((one) => rowWords[language][`proof.${one}`]).join('; ')
}
