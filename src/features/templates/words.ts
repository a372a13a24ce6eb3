import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const templatesRefusals = defineWords({
  namespace: 'templates.refusals',
  ru: {
    'template.missing': 'Такого шаблона нет: его убрали или он принадлежит другой организации.',
    'template.not-yours': 'Этот шаблон меняет тот, чья организация его сохранила.',
    'template.not-a-road-map': 'Этот шаблон для карты школы. Откройте карту школы и добавьте меры оттуда.',
    'template.not-a-school-map': 'Этот шаблон для дорожной карты управления. Для карты школы выберите другой.',
    'template.changed-meanwhile': 'Шаблон тем временем изменил другой человек. Обновите страницу и повторите.',
    'template.not-the-same': 'Дорожная карта заменяет только шаблон дорожной карты. Выберите другой шаблон.',
    'template.row-settled':
      'Этого отличия от шаблона уже нет: строку взяли или шаблон снова изменился. Обновите страницу.',
    'template.no-such-window':
      'Одного из сдвинутых сроков в этом шаблоне нет. Откройте шаблон заново и сдвиньте сроки ещё раз.',
    'template.no-rows': 'В этой карте нет строк, которые можно сохранить.',
  },
  en: {
    'template.missing': 'There is no such template: it was removed, or it belongs to another organisation.',
    'template.not-yours': 'This template is changed by the organisation that saved it.',
    'template.not-a-road-map': 'This template is for a school map. Open the school map and add measures there.',
    'template.not-a-school-map': 'This template is for the authority’s road map. Choose another for a school map.',
    'template.changed-meanwhile': 'Somebody else has changed this template meanwhile. Reload the page and try again.',
    'template.not-the-same': 'A road map takes the place of a road map’s template only. Choose another template.',
    'template.row-settled':
      'The plan and the template do not differ there any more: the row was taken, or the template changed again. Reload the page.',
    'template.no-such-window':
      'One of the dates that were moved is not in this template. Open the template again and move the dates once more.',
    'template.no-rows': 'This map has no rows that could be kept.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof templatesRefusals> {}
}
