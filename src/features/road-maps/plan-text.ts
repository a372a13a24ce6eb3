import { type Day, dotted } from '../../kernel/day.ts'
import type { SupportVariant } from '../programmes/programme.ts'
import { variantWords } from '../programmes/words.ts'
import type { ActivityView } from './contract.ts'
import { rowWords } from './row-words.ts'
import { sayPeriod } from './say-period.ts'

type Head = { title: string; orderNumber: string | null; orderDate: Day | null }
type Plan = {
  shortName: string
  variant: SupportVariant
  activities: Pick<ActivityView, 'number' | 'title' | 'period' | 'proof' | 'parts'>[]
}

/** One school's plan as a letter or a message in a chat; papers to schools are Russian whatever the screen speaks. */
export function planText(head: Head, plan: Plan): string {
  return [
    plan.shortName,
    headLine(head),
    `Вариант сопровождения: ${variantWords.ru[plan.variant]}.`,
    plan.variant === 'undefined'
      ? 'Пока вариант не определён, в плане только мероприятия для всех участников; остальные направим отдельно.'
      : '',
    ...plan.activities.map(activityText),
    'Подтверждение можно внести в Опоре или прислать координатору письмом: он внесёт за вас.',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** One message for all schools: what was sent and where to look, without anybody's particulars. */
export function noticeText(head: Head): string {
  return [
    'Уважаемые коллеги.',
    `Направляем план вашей школы. ${headLine(head)}`,
    'План вашей школы открыт в Опоре: сроки, что нужно сделать и чем подтвердить. Прочитайте его и отметьте «Ознакомлен».',
    'Если войти не удаётся, ответьте на это письмо: пришлём план текстом и отметим за вас.',
  ].join('\n\n')
}

function headLine({ title, orderNumber, orderDate }: Head): string {
  const order = [orderDate ? `от ${dotted(orderDate)}` : '', orderNumber ? `№ ${orderNumber}` : ''].filter(Boolean)
  return `${title}${order.length > 0 ? ` (приказ ${order.join(' ')})` : ''}.`
}

function activityText({ number, title, period, proof, parts }: Plan['activities'][number]): string {
  const asks = parts.school !== null && parts.school !== 'is-informed'
  return [
    `${number ? `${number}. ` : ''}${title}`,
    `Срок: ${period ? sayPeriod(period, 'ru') : 'не указан, уточним отдельно'}.`,
    asks ? `Школа ${rowWords.ru[`part.${parts.school ?? 'none'}`]}.` : 'Для сведения, делать ничего не нужно.',
    asks && proof.length > 0 ? `Чем подтвердить: ${proof.map((one) => rowWords.ru[`proof.${one}`]).join('; ')}.` : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}
