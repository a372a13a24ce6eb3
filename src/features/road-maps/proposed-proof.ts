import type { HeldBy, ProofKind } from '../../kernel/proof.ts'
import { sideOf } from './executors.ts'
import type { ParsedExecutors } from './order.ts'

/** A gathering: ours where we hold it, an outside one where we take part. */
type ProofWord = ProofKind | 'gathering'

/** The kind of proof by the words of an activity; the word that stands first in the title decides. */
const wordings: [ProofWord, RegExp][] = [
  [
    'allocation',
    /распределени\p{L}* .*(вариант|групп|категори)|назначени\p{L}* .*координатор|определени\p{L}* вариант/iu,
  ],
  [
    'support-request',
    /адресн\p{L}+ (мероприяти|помощ|поддержк|сопровожд|методическ)|по запрос\p{L}+|консультаци|консультировани/iu,
  ],
  [
    'survey',
    /анкетировани|анкет(а|ы|у)(?!\p{L})|опрос|диагностик\p{L}* .*(причин|дефицит\p{L}* школ|риск)|самодиагностик|рисков\p{L}+ профил/iu,
  ],
  [
    'competency-assessment',
    /оценк\p{L}+ .*компетенц|диагностик\p{L}+ .*(компетенц|профессиональн\p{L}+ дефицит)|(выявлени|изучени)\p{L}* профессиональн\p{L}+ дефицит/iu,
  ],
  [
    'learning-route',
    /(?<!\p{L})ИОМ(?!\p{L})|индивидуальн\p{L}+ (образовательн\p{L}+ )?маршрут|повышени\p{L}* квалификации/iu,
  ],
  ['interview', /собеседовани/iu],
  [
    'road-map',
    /(разработк|корректировк|утверждени|составлени|согласовани|актуализаци|подготовк)\p{L}* .*(дорожн\p{L}+ карт|программ\p{L}* (развит|перехода)|антирисков)/iu,
  ],
  [
    'association',
    /методическ\p{L}+ объединени|(?<!\p{L})(СРМО|ММО|РМО|ШМО)(?!\p{L})|сетев\p{L}+ сообществ|профессиональн\p{L}+ сообществ/iu,
  ],
  [
    'gathering',
    /вебинар|совещани|семинар|конференци|форум|мастер-класс|круглый стол|круглых стол|практикум|стажиров|педагогическ\p{L}+ чтени|фестивал|лектори|тренинг|заседани|встреч|тьюториал|открыт\p{L}+ урок/iu,
  ],
  [
    'document',
    /приказ|положени[ея]|письм|отч[её]т|справк|аналитическ|анализ|перечн|мониторинг|протокол|рекомендаци|банк/iu,
  ],
]

/** Who stages the activity: an outside organiser where the institute executes it or where one only takes part. */
export function heldByOf(title: string, executors: ParsedExecutors | null): HeldBy {
  if (/^участи[ея]\s+(во?\s|\p{L}+\s+во?\s)/iu.test(title)) return 'outside'
  const sides = (executors?.names ?? []).map(sideOf).filter((side) => side !== null)
  if (sides[0] === 'institute') return 'outside'
  return sides.length > 0 && sides.every((side) => side === 'school') ? 'school' : 'us'
}

/** What can show that the activity was carried out; a file where its words name nothing that we know. */
export function proposedProof(title: string, expectedResult: string | null, heldBy: HeldBy): ProofKind[] {
  const main = firstOf(title) ?? firstOf(expectedResult ?? '') ?? 'file'
  const proof: ProofKind[] = [main === 'gathering' ? (heldBy === 'outside' ? 'outside-event' : 'event') : main]
  const promisesRoute = /(?<!\p{L})ИОМ(?!\p{L})|индивидуальн\p{L}+ (образовательн\p{L}+ )?маршрут/iu.test(
    expectedResult ?? '',
  )
  if (promisesRoute && !proof.includes('learning-route')) proof.push('learning-route')
  return proof
}

/** No title is longer; what is, would keep the wordings busy for minutes. */
const longestTitle = 3000

function firstOf(text: string): ProofWord | null {
  let best: { word: ProofWord; at: number } | null = null
  for (const [word, wording] of wordings) {
    const at = wording.exec(text.slice(0, longestTitle))?.index
    if (at !== undefined && (best === null || at < best.at)) best = { word, at }
  }
  return best?.word ?? null
}
