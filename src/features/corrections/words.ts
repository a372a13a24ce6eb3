import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const correctionsRefusals = defineWords({
  namespace: 'corrections.refusals',
  ru: {
    'correction.missing': 'Таких изменений нет, или они вам не видны.',
    'correction.not-yours': 'Изменения в дорожную карту вносит муниципальный координатор, который её ведёт.',
    'correction.already-open':
      'Изменения этой дорожной карты уже готовятся. Откройте их и продолжите; ничего не потеряно.',
    'correction.closed': 'Эти изменения уже утверждены или отменены. Обновите страницу, ничего не потеряно.',
    'correction.changed-meanwhile':
      'Тем временем это изменил кто-то ещё. Ваше введённое сохранено, сравните обе версии.',
    'correction.row-missing': 'Такой строки здесь больше нет. Обновите страницу, ничего не потеряно.',
    'correction.row-unchanged': 'Эта строка и так стоит как в действующей редакции.',
    'correction.nothing-changed': 'Утверждать пока нечего: ни наименование, ни строки не изменены.',
    'correction.nothing-to-order':
      'Слова дорожной карты не меняются, поэтому приказ писать не о чем. Измените наименование или строку, исключите её или добавьте новую.',
    'correction.conflicts':
      'Тем временем вышла другая редакция, и в ней те же строки изменены иначе: {{list}}. Выберите у каждой, какая версия остаётся; остальное сохранено.',
    'correction.order-registered':
      'Приказ № {{number}} от {{date}} с этими изменениями уже зарегистрирован. Второй не нужен: откройте его и утвердите изменения им.',
    'correction.order-outdated':
      'В приказе № {{number}} от {{date}} сказано другое: после его регистрации изменения правились. Верните их, как в приказе, или составьте и зарегистрируйте приказ взамен.',
    'correction.other-order':
      'Приказ об этих изменениях уже зарегистрирован: № {{number}} от {{date}}. Утверждают их по нему; введённое сохранено.',
    'correction.needs-order':
      'Меняются слова подписанного приказа, поэтому нужны номер и дата приказа о внесении изменений. Введённое сохранено.',
    'correction.order-in-future':
      'Дата приказа о внесении изменений ещё не наступила. Проверьте её; введённое сохранено.',
    'correction.order-too-early':
      'Действующая редакция утверждена приказом от {{date}}, приказ о внесении изменений не может быть раньше. Проверьте дату; введённое сохранено.',
    'correction.period-not-understood':
      'Срок «{{text}}» понять не удалось. Напишите, например: «февраль–апрель 2024» или «до 15 марта 2024».',
  },
  en: {
    'correction.missing': 'There are no such changes, or they are not visible to you.',
    'correction.not-yours': 'The road map is changed by the municipal coordinator who runs it.',
    'correction.already-open':
      'Changes of this road map are being prepared already. Open them and go on; nothing is lost.',
    'correction.closed': 'These changes were approved or given up already. Reload the page, nothing is lost.',
    'correction.changed-meanwhile':
      'Somebody else changed this meanwhile. What you typed is kept; compare both versions.',
    'correction.row-missing': 'This row is no longer here. Reload the page, nothing is lost.',
    'correction.row-unchanged': 'This row stands as it is in force already.',
    'correction.nothing-changed': 'There is nothing to approve yet: neither the title nor a row was changed.',
    'correction.nothing-to-order':
      'The words of the road map do not change, so there is nothing to order. Change the title, or change, remove or add a row.',
    'correction.conflicts':
      'Another revision came out meanwhile and changed the same rows otherwise: {{list}}. Choose for each which version stays; the rest is kept.',
    'correction.order-registered':
      'Order No. {{number}} of {{date}} with these changes is registered already. No second one is needed: open it and approve the changes by it.',
    'correction.order-outdated':
      'Order No. {{number}} of {{date}} says something else: the changes were edited after it was registered. Take that back, or draft and register an order in its place.',
    'correction.other-order':
      'The order about these changes is registered already: No. {{number}} of {{date}}. They are approved by it; what you typed is kept.',
    'correction.needs-order':
      'The words of the signed order change, so the number and date of the amending order are needed. What you typed is kept.',
    'correction.order-in-future': 'The date of the amending order is still to come. Check it; what you typed is kept.',
    'correction.order-too-early':
      'The revision in force was approved by an order of {{date}}, and an amending order cannot be earlier. Check the date; what you typed is kept.',
    'correction.period-not-understood':
      'The period “{{text}}” could not be understood. Write, for example: «февраль–апрель 2024» or «до 15 марта 2024».',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof correctionsRefusals> {}
}
