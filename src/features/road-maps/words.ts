import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const roadMapsRefusals = defineWords({
  namespace: 'road-maps.refusals',
  ru: {
    'import.missing': 'Такого импорта нет, или он вам не виден.',
    'import.not-yours': 'Приказы загружает муниципальный координатор своего управления образования.',
    'import.not-open': 'Этот импорт уже закончен. Чтобы изменить дорожную карту, откройте её и нажмите «Уточнить».',
    'import.changed-meanwhile': 'Тем временем понимание изменили. Ваше введённое сохранено, сравните обе версии.',
    'import.row-missing': 'Такой строки здесь больше нет. Обновите страницу, ничего не потеряно.',
    'import.period-not-understood':
      'Срок «{{text}}» понять не удалось. Напишите, например: «февраль–апрель 2024» или «до 15 марта 2024».',
    'import.obstacles':
      'Подтвердить пока нельзя: {{list}}. Исправьте отмеченное и нажмите ещё раз; введённое сохранено.',
    'import.no-authority': 'Сначала заведите управление образования в настройках, потом загрузите приказ.',
    'import.organisation-unknown': 'Выбранной школы нет в вашем управлении. Выберите другую или заведите новую.',
    'import.already-revised':
      'Пока вы работали, дорожную карту уже обновили. Обновите страницу: различия пересчитаны, введённое сохранено.',
    'import.not-choosing': 'Для этого файла дорожные карты уже выбраны. Обновите страницу, ничего не потеряно.',
    'import.no-such-map': 'Такой дорожной карты в файле нет. Обновите страницу и выберите ещё раз.',
    'import.not-a-scan': 'Строки вводят сами только для скана. Обновите страницу, ничего не потеряно.',
    'import.no-earlier': 'Выберите, с какой дорожной карты начать.',
    'next-year.not-later': 'Перенести можно только на более поздний год. Введённое сохранено.',
    'road-map.missing': 'Такой дорожной карты нет, или она вам не видна.',
    'road-map.nothing-to-amend':
      'Изменений нет: у дорожной карты одна редакция, или редакции не отличаются словами. Сначала подготовьте новую редакцию.',
    'road-map.without-order':
      'У этой дорожной карты нет приказа, поэтому класть скан не к чему. Загрузите приказ новой редакцией.',
    'road-map.not-yours': 'Это делает муниципальный координатор, который ведёт дорожную карту.',
    'road-map.not-a-participant':
      'Среди выбранных есть организация, которая не участвует в проекте. Обновите страницу.',
    'road-map.not-sent': 'Этой школе дорожная карта ещё не направлена, поэтому отметить ознакомление нельзя.',
    'road-map.already-acknowledged': 'Ознакомление уже отмечено, второй раз не нужно.',
    'road-map.not-your-school': 'Отметить ознакомление может сама школа или муниципальный координатор.',
  },
  en: {
    'import.missing': 'There is no such import, or it is not visible to you.',
    'import.not-yours': 'Orders are imported by the municipal coordinator of their authority.',
    'import.not-open': 'This import is finished. To change the road map, open it and press “Clarify”.',
    'import.changed-meanwhile': 'It was changed meanwhile. What you typed is kept; compare both versions.',
    'import.row-missing': 'This row is no longer here. Reload the page, nothing is lost.',
    'import.period-not-understood':
      'The period “{{text}}” could not be understood. Write, for example: «февраль–апрель 2024» or «до 15 марта 2024».',
    'import.obstacles':
      'It cannot be confirmed yet: {{list}}. Correct what is marked and press again; what you typed is kept.',
    'import.no-authority': 'First add the education authority in the settings, then import the order.',
    'import.organisation-unknown': 'The chosen school is not in your authority. Choose another or add a new one.',
    'import.already-revised':
      'The road map was revised while you worked. Reload the page: the difference is computed anew, what you typed is kept.',
    'import.not-choosing': 'The road maps of this file are chosen already. Reload the page, nothing is lost.',
    'import.no-such-map': 'There is no such road map in the file. Reload the page and choose again.',
    'import.not-a-scan': 'Rows are typed for a scan only. Reload the page, nothing is lost.',
    'import.no-earlier': 'Choose the road map to begin with.',
    'next-year.not-later': 'A road map goes on into a later year only. What you typed is kept.',
    'road-map.missing': 'There is no such road map, or it is not visible to you.',
    'road-map.nothing-to-amend':
      'There is nothing to amend: the road map has one revision, or they do not differ in words. Prepare a new revision first.',
    'road-map.without-order':
      'This road map has no order, so there is nothing to lay a scan to. Bring the order in as a new revision.',
    'road-map.not-yours': 'This is done by the municipal coordinator who runs the road map.',
    'road-map.not-a-participant': 'One of the chosen organisations does not take part in the project. Reload the page.',
    'road-map.not-sent': 'The road map was not sent to this school yet, so there is nothing to acknowledge.',
    'road-map.already-acknowledged': 'It is acknowledged already; once is enough.',
    'road-map.not-your-school': 'The school itself or the municipal coordinator acknowledges.',
  },
})

/** What keeps an understanding from being confirmed, as parts of one sentence. */
export const obstacleWords = defineWords({
  namespace: 'road-maps.obstacles',
  ru: {
    'no-year': 'не указан год',
    'no-rows': 'нет ни одного мероприятия',
    'no-title': 'нет названия дорожной карты или проекта',
    'row-without-title': 'есть мероприятие без названия',
    'school-without-name': 'есть школа без названия',
    'school-twice': 'одна и та же школа указана дважды',
  },
  en: {
    'no-year': 'the year is missing',
    'no-rows': 'there is no activity',
    'no-title': 'the title of the road map or of the project is missing',
    'row-without-title': 'an activity has no title',
    'school-without-name': 'a school has no name',
    'school-twice': 'the same school stands twice',
  },
})

/** What happens to a school when a road map is revised: «МКОУ «Озёрная СОШ»: участвует». */
export const schoolChangeWords = defineWords({
  namespace: 'road-maps.school-changes',
  ru: { joins: 'участвует', leaves: 'больше не участвует', variant: 'вариант' },
  en: { joins: 'takes part', leaves: 'no longer takes part', variant: 'variant' },
})

/** Names of the files in which a road map leaves. */
export const fileNames = defineWords({
  namespace: 'road-maps.files',
  ru: { 'file.whole': 'Дорожная карта', 'file.own': 'План школы' },
  en: { 'file.whole': 'Road map', 'file.own': 'School plan' },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof roadMapsRefusals> {}
}
