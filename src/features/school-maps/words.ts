import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const schoolMapsRefusals = defineWords({
  namespace: 'school-maps.refusals',
  ru: {
    'school-map.missing': 'Такой карты школы нет, или она вам не видна.',
    'school-map.not-yours': 'Карту школы пишет сама школа, или координатор за неё.',
    'school-map.not-decider': 'Карту школы согласует муниципальный координатор или куратор этого проекта.',
    'school-map.not-director': 'Приказ об утверждении вносит директор школы, или координатор за него.',
    'school-map.started-already': 'Эта карта уже начата. Обновите страницу, ничего не потеряно.',
    'school-map.all-started': 'У всех этих школ карта уже начата. Обновите страницу, ничего не потеряно.',
    'school-map.left-project': 'Школа больше не участвует в проекте, поэтому её карта не меняется.',
    'school-map.not-open': 'Эту редакцию сейчас не меняют: она на согласовании или уже утверждена. Обновите страницу.',
    'school-map.not-ready': 'Отправить пока нельзя: {{list}}. Введённое сохранено.',
    'school-map.not-submitted': 'Эта редакция уже не ждёт решения. Обновите страницу.',
    'school-map.not-agreed': 'Утвердить можно только согласованную карту.',
    'school-map.nothing-to-correct': 'Исправлять можно утверждённую карту, пока нет другой начатой редакции.',
    'school-map.nothing-to-abandon':
      'Отказаться можно только от начатого исправления, пока оно у школы. Обновите страницу.',
    'school-map.order-in-future': 'Дата приказа ещё не наступила. Проверьте её; введённое сохранено.',
    'school-map.order-too-early':
      'Прежняя редакция утверждена приказом от {{date}}, приказ об исправлении не может быть раньше. Проверьте дату; введённое сохранено.',
    'school-map.order-before-project':
      'Дата приказа раньше {{year}} года, для этого проекта это слишком рано. Проверьте её; введённое сохранено.',
    'school-map.changed-meanwhile':
      'Тем временем это изменил кто-то ещё. Ваше введённое сохранено, сравните обе версии.',
    'school-map.say-how-told': 'Укажите, как школа это сообщила: письмом, по телефону или фото.',
    'school-map.own-needs-no-teller': 'Школа пишет сама, поэтому «внесено за школу» здесь не нужно.',
    'school-map.no-such-measure': 'Такой меры в шаблоне нет: он тем временем изменился. Выберите ещё раз.',
    'school-map.row-missing': 'Такой строки здесь больше нет. Обновите страницу, ничего не потеряно.',
    'school-map.not-inherited': 'Выбранного мероприятия нет в плане этой школы. Выберите другое.',
    'school-map.nothing-asked': 'По этой строке ответ уже дан, или вопроса больше нет. Обновите страницу.',
    'school-map.comment-missing': 'Такого замечания нет, или оно вам не видно.',
    'school-map.comment-resolved': 'Это замечание уже отмечено как учтённое.',
  },
  en: {
    'school-map.missing': 'There is no such school map, or it is not visible to you.',
    'school-map.not-yours': 'The school itself writes its map, or the coordinator for it.',
    'school-map.not-decider': 'The municipal coordinator or curator of this project agrees to a school map.',
    'school-map.not-director': 'The director records the approving order, or the coordinator for her.',
    'school-map.started-already': 'This map is begun already. Reload the page, nothing is lost.',
    'school-map.all-started': 'All these schools have a map already. Reload the page, nothing is lost.',
    'school-map.left-project': 'The school no longer takes part in the project, so its map does not change.',
    'school-map.not-open': 'This revision cannot be changed now: it is being looked at or approved. Reload the page.',
    'school-map.not-ready': 'It cannot be submitted yet: {{list}}. What you typed is kept.',
    'school-map.not-submitted': 'This revision no longer waits for a decision. Reload the page.',
    'school-map.not-agreed': 'Only an agreed map can be approved.',
    'school-map.nothing-to-correct': 'An approved map can be corrected while no other revision is begun.',
    'school-map.nothing-to-abandon': 'Only a correction that is with the school can be given up. Reload the page.',
    'school-map.order-in-future': 'The date of the order is still to come. Check it; what you typed is kept.',
    'school-map.order-too-early':
      'The former revision was approved by an order of {{date}}, and the order of its correction cannot be earlier. Check the date; what you typed is kept.',
    'school-map.order-before-project':
      'The date of the order is before {{year}}, which is too early for this project. Check it; what you typed is kept.',
    'school-map.changed-meanwhile': 'Somebody changed it meanwhile. What you typed is kept; compare both versions.',
    'school-map.say-how-told': 'Say how the school told it: by letter, by telephone or by a photo.',
    'school-map.own-needs-no-teller': 'The school writes itself, so “recorded for the school” is not needed here.',
    'school-map.no-such-measure': 'The template has no such measure: it has changed meanwhile. Choose again.',
    'school-map.row-missing': 'This row is no longer here. Reload the page, nothing is lost.',
    'school-map.not-inherited': 'The chosen activity is not in the plan of this school. Choose another.',
    'school-map.nothing-asked': 'This row was answered for already, or nothing is asked any more. Reload the page.',
    'school-map.comment-missing': 'There is no such comment, or it is not visible to you.',
    'school-map.comment-resolved': 'This comment is resolved already.',
  },
})

/** What keeps a map from being submitted, as parts of one sentence. */
export const obstacleWords = defineWords({
  namespace: 'school-maps.obstacles',
  ru: {
    'no-rows': 'нет ни одной своей строки',
    'row-without-title': 'есть строка без мероприятия',
    'row-without-period': 'есть строка без понятного срока',
    'row-without-proof': 'есть строка, где не сказано, чем подтвердить',
    'nothing-changed': 'в исправлении пока ничего не изменено',
  },
  en: {
    'no-rows': 'there is no row of your own',
    'row-without-title': 'a row has no measure',
    'row-without-period': 'a row has no understandable period',
    'row-without-proof': 'a row does not say what will prove it',
    'nothing-changed': 'nothing is changed in the correction yet',
  },
})

/** The name of the file in which a map leaves. */
export const fileNames = defineWords({
  namespace: 'school-maps.files',
  ru: { 'file.map': 'Карта школы' },
  en: { 'file.map': 'School map' },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof schoolMapsRefusals> {}
}
