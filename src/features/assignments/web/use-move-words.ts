import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MoveView } from '../move-view.ts'
import { words } from './move-words.ts'
import { useDoerName } from './use-doer-name.ts'

/** What was asked and decided, in one sentence each. */
export function useMoveWords() {
  const t = useWords(words)
  const format = useFormat()
  const doer = useDoerName()
  return {
    what({ status, askedUntil, grantedUntil }: MoveView): string {
      const asked = format.day(askedUntil)
      if (!grantedUntil) return t(`status.${status}`, { day: asked })
      const day = format.day(grantedUntil)
      if (status === 'granted' && grantedUntil !== askedUntil) return t('status.grantedOther', { asked, day })
      return t(`status.${status}`, { day })
    },
    asked({ askedBy, askedAt, onBehalf }: MoveView): string {
      const way = onBehalf ? t('behalf', { way: t(`behalf.${onBehalf}`) }) : ''
      return [format.moment(askedAt), doer(askedBy), way].filter((part) => part !== '').join(' · ')
    },
    decided({ decidedBy, decidedAt, resolutionOn }: MoveView): string {
      if (!decidedBy || !decidedAt) return ''
      const by = resolutionOn ? t('byResolution', { day: format.dayShort(resolutionOn) }) : ''
      return [format.moment(decidedAt), doer(decidedBy), by].filter((part) => part !== '').join(' · ')
    },
  }
}
