import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const organisationsRefusals = defineWords({
  namespace: 'organisations.refusals',
  ru: {
    'organisation.missing': 'Такой организации нет, или она вам не видна.',
    'organisation.not-yours': 'Изменять организации может муниципальный координатор своего управления.',
    'organisation.not-below-this': 'Школу и институт заводят в управлении или регионе, не в другой школе.',
    'organisation.known': 'Организация с таким названием уже есть: «{{name}}». Второй раз заводить её не нужно.',
    'organisation.changed-meanwhile': 'Карточку тем временем изменили. Ваше введённое сохранено, сравните обе версии.',
  },
  en: {
    'organisation.missing': 'There is no such organisation, or it is not visible to you.',
    'organisation.not-yours': 'Organisations are changed by the municipal coordinator of their authority.',
    'organisation.not-below-this': 'A school or an institute lies below an authority or a region, not below a school.',
    'organisation.known': 'There is an organisation of this name already: “{{name}}”. It need not be made twice.',
    'organisation.changed-meanwhile': 'The card was changed meanwhile. What you typed is kept; compare both versions.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof organisationsRefusals> {}
}
