import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const programmesRefusals = defineWords({
  namespace: 'programmes.refusals',
  ru: {
    'programme.missing': 'Такого проекта сопровождения нет, или он вам не виден.',
    'programme.not-yours': 'Вариант сопровождения назначает муниципальный координатор своего управления.',
    'programme.participant-missing': 'Такой школы среди участников проекта нет, или она вам не видна.',
    'programme.variant-changed-meanwhile':
      'Вариант этой школы тем временем изменили. Ваше введённое сохранено, сравните обе версии.',
    'programme.closed-already': 'Этот проект уже закрыт. Обновите страницу, ничего не потеряно.',
    'programme.open-already': 'Этот проект открыт. Обновите страницу, ничего не потеряно.',
    'programme.say-why-closed': 'Год проекта ещё не кончился: напишите, почему он закрывается раньше.',
    'programme.changed-meanwhile': 'Проект тем временем изменили. Ваше введённое сохранено, сравните обе версии.',
    'programme.same-title': 'Проект так и называется: менять нечего.',
    'programme.title-taken':
      'Проект с таким названием на этот год у вас уже есть. Назовите этот иначе; введённое сохранено.',
    'programme.same-variant': 'У школы уже этот вариант сопровождения: менять нечего.',
  },
  en: {
    'programme.missing': 'There is no such project, or it is not visible to you.',
    'programme.not-yours': 'The variant is set by the municipal coordinator of the authority.',
    'programme.participant-missing': 'This school does not take part in the project, or it is not visible to you.',
    'programme.variant-changed-meanwhile':
      'The variant of this school was changed meanwhile. What you typed is kept; compare both versions.',
    'programme.closed-already': 'This project is closed already. Reload the page, nothing is lost.',
    'programme.open-already': 'This project is open. Reload the page, nothing is lost.',
    'programme.say-why-closed': 'The year of the project is not over yet: say why it is closed earlier.',
    'programme.changed-meanwhile': 'The project was changed meanwhile. What you typed is kept; compare both versions.',
    'programme.same-title': 'The project is called so already: there is nothing to change.',
    'programme.title-taken':
      'You have a project of this title and year already. Call this one otherwise; what you typed is kept.',
    'programme.same-variant': 'The school has this variant already: there is nothing to change.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof programmesRefusals> {}
}

/** What the support variants are called, in full and in a table. */
export const variantWords = defineWords({
  namespace: 'programmes.variants',
  ru: {
    undefined: 'не определён',
    'first-or-repeated': 'впервые или повторно за три года',
    'persistent-or-signs': 'три и более лет или признаки необъективности',
    'short.undefined': 'не определён',
    'short.first-or-repeated': 'впервые или повторно',
    'short.persistent-or-signs': 'три года и более',
  },
  en: {
    undefined: 'undefined',
    'first-or-repeated': 'first or repeated within three years',
    'persistent-or-signs': 'three years or more, or signs of non-objective results',
    'short.undefined': 'undefined',
    'short.first-or-repeated': 'first or repeated',
    'short.persistent-or-signs': 'three years or more',
  },
})
