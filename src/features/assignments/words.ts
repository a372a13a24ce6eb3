import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const assignmentsRefusals = defineWords({
  namespace: 'assignments.refusals',
  ru: {
    'assignment.missing': 'Такой клетки дорожной карты нет, или она вам не видна.',
    'assignment.own-row': 'Своё мероприятие школа снимает сама: исправлением карты.',
    'assignment.nothing-asked': 'От этой организации здесь ничего не требуется.',
    'assignment.nobody-to-remind': 'Среди выбранного нет школ, которым вы можете напомнить.',
    'assignment.not-yours': 'Это действие за другую организацию. Его выполняет она сама или муниципальный координатор.',
    'assignment.window-unknown': 'Такого срока у мероприятия нет: его могли уточнить. Обновите страницу.',
    'assignment.closed': 'С контроля уже снято или не требуется: добавлять ничего не нужно.',
    'assignment.accepted-already':
      'Это уже принято. Если нужно исправить, попросите координатора вернуть с замечанием.',
    'assignment.waiting-already': 'Уже сдано и ждёт приёмки: второй раз сдавать не нужно.',
    'assignment.asks-no-map': 'Этот пункт дорожной карты не просит карту школы: подтвердите его иначе.',
    'assignment.map-not-approved':
      'Карта школы ещё не утверждена приказом. Утвердите её, и приказ подтвердит этот пункт.',
    'assignment.nothing-proves-it':
      'Сначала добавьте подтверждение: файл, фото, ссылку или одну строку о том, что было.',
    'assignment.say-how-told': 'Укажите, как школа сообщила: письмом, по телефону или прислала фото.',
    'assignment.own-needs-no-teller': 'Это ваша собственная организация: указывать, как она сообщила, не нужно.',
    'assignment.proof-missing': 'Такого подтверждения нет, или оно вам не видно.',
    'assignment.proof-withdrawn': 'Это подтверждение уже отозвано.',
    'assignment.held-in-future':
      'Этот день ещё не наступил: подтверждают то, что уже прошло. Проверьте дату; введённое сохранено.',
    'assignment.submission-missing': 'Такой сдачи нет, или она вам не видна.',
    'assignment.nothing-waits': 'Среди выбранного уже ничего не ждёт вашей приёмки. Обновите таблицу.',
    'assignment.submission-decided': 'По этой сдаче решение уже принято. Обновите страницу: ничего не потеряно.',
    'assignment.changed-meanwhile':
      'Тем временем здесь что-то изменили. Ваше введённое сохранено, сравните обе версии.',
    'assignment.not-controller': 'С контроля снимает руководитель управления: у неё есть вход в Опору.',
    'assignment.resolution-needed': 'Укажите дату и слова резолюции, которой снято с контроля.',
    'assignment.not-accepted-yet':
      'Ещё не всё принято: «{{name}}». Чтобы снять с контроля всё равно, напишите основание.',
    'assignment.released-already': 'С контроля уже снято.',
    'assignment.release-missing': 'Такого снятия с контроля нет, или оно вам не видно.',
    'assignment.exempt-already': 'Здесь уже отмечено «не требуется».',
    'assignment.exemption-missing': 'Такой отметки «не требуется» нет, или она вам не видна.',
    'assignment.move-no-deadline': 'Здесь нет срока, который можно перенести.',
    'assignment.move-asked-already': 'Просьба о переносе этого срока уже ждёт решения.',
    'assignment.move-not-later': 'Новый срок должен быть позже нынешнего.',
    'assignment.move-in-the-past': 'Этот день уже прошёл. Укажите сегодняшний или более поздний.',
    'assignment.move-missing': 'Такой просьбы о переносе нет, или она вам не видна.',
    'assignment.not-move-decider': 'О переносе решает руководитель управления: у неё есть вход в Опору.',
    'assignment.move-resolution-needed': 'Укажите дату и слова резолюции о переносе срока.',
    'assignment.other-moved-on':
      'Тем временем в строке «{{name}}» что-то изменили: её сдали, приняли или дополнили. Ничего не записано, введённое сохранено: посмотрите на неё и повторите.',
    'assignment.other-not-open':
      'В строку «{{name}}» подтверждение сейчас не добавить: она принята, снята с контроля или больше не требуется. Ничего не записано.',
    'assignment.proved-already': 'Строку «{{name}}» это мероприятие уже подтверждает. Ничего не записано.',
    'assignment.not-handed-in': 'Строку «{{name}}» сейчас не сдать: её ничто не подтверждает. Ничего не сдано.',
    'assignment.all-handed-in':
      'Всё, что подтверждает это мероприятие, уже сдано. Обновите страницу, ничего не потеряно.',
    'assignment.same-cell-twice': 'Одна и та же строка выбрана дважды. Уберите повтор.',
    'task.missing': 'Такого поручения нет, или оно дано не вам.',
    'task.which-authority': 'Вы координатор в нескольких управлениях: укажите, от чьего имени поручение.',
    'task.not-coordinator': 'Поручения даёт муниципальный координатор.',
    'task.unknown-recipient': 'Среди получателей есть организация, которая вам не подчинена. Проверьте список.',
    'task.due-in-the-past': 'Срок уже прошёл. Укажите сегодняшний день или более поздний.',
    'task.cancelled': 'Поручение отменено: отвечать на него не нужно.',
    'task.changed-meanwhile': 'Поручение тем временем изменили. Обновите страницу.',
  },
  en: {
    'assignment.missing': 'There is no such cell of the road map, or it is not visible to you.',
    'assignment.own-row': 'A school takes its own row out itself: by a correction of its map.',
    'assignment.nothing-asked': 'Nothing is asked of this organisation here.',
    'assignment.nobody-to-remind': 'There is no school among what is chosen that you may remind.',
    'assignment.not-yours': 'This acts for another organisation. It does so itself, or the municipal coordinator does.',
    'assignment.window-unknown': 'The activity has no such window: it may have been corrected. Reload the page.',
    'assignment.closed': 'This is off control or not required: nothing needs to be added.',
    'assignment.accepted-already': 'This is accepted. To correct it, ask the coordinator to return it with a comment.',
    'assignment.waiting-already': 'This is submitted and waits for acceptance: it need not be submitted twice.',
    'assignment.asks-no-map': 'This row of the road map does not ask for a school map: prove it otherwise.',
    'assignment.map-not-approved':
      'The school map is not approved by order yet. Approve it, and its order proves this row.',
    'assignment.nothing-proves-it': 'Add a proof first: a file, a photo, a link or one line about what took place.',
    'assignment.say-how-told': 'Say how the school told you: by letter, by telephone or with a photo.',
    'assignment.own-needs-no-teller': 'This is your own organisation: there is no need to say how it told you.',
    'assignment.proof-missing': 'There is no such proof, or it is not visible to you.',
    'assignment.proof-withdrawn': 'This proof has been withdrawn already.',
    'assignment.held-in-future':
      'That day is still to come: what is proved has been held already. Check the date; what you typed is kept.',
    'assignment.submission-missing': 'There is no such submission, or it is not visible to you.',
    'assignment.nothing-waits': 'Nothing of what is chosen waits for your acceptance any more. Refresh the table.',
    'assignment.submission-decided': 'This submission has been decided already. Reload the page: nothing is lost.',
    'assignment.changed-meanwhile': 'Something was changed here meanwhile. What you typed is kept; compare both.',
    'assignment.not-controller': 'The head of the authority takes off control: she has an account in Opora.',
    'assignment.resolution-needed': 'Give the date and the words of the resolution that takes this off control.',
    'assignment.not-accepted-yet': 'Not everything is accepted yet: “{{name}}”. To take it off control, give a reason.',
    'assignment.released-already': 'This is off control already.',
    'assignment.release-missing': 'There is no such release from control, or it is not visible to you.',
    'assignment.exempt-already': 'This is marked “not required” already.',
    'assignment.exemption-missing': 'There is no such exemption, or it is not visible to you.',
    'assignment.move-no-deadline': 'There is no deadline here that could be moved.',
    'assignment.move-asked-already': 'A request to move this deadline waits for a decision already.',
    'assignment.move-not-later': 'The new deadline must be later than the present one.',
    'assignment.move-in-the-past': 'That day has passed. Choose today or a later day.',
    'assignment.move-missing': 'There is no such request to move a deadline, or it is not visible to you.',
    'assignment.not-move-decider': 'The head of the authority decides on deadlines: she has an account in Opora.',
    'assignment.move-resolution-needed': 'Give the date and the words of the resolution on the deadline.',
    'assignment.other-moved-on':
      'Row “{{name}}” was changed meanwhile: handed in, accepted or added to. Nothing is recorded, what you typed is kept: look at it and try again.',
    'assignment.other-not-open':
      'Row “{{name}}” takes no proof now: it is accepted, off control or no longer required. Nothing is recorded.',
    'assignment.proved-already': 'This event proves row “{{name}}” already. Nothing is recorded.',
    'assignment.not-handed-in': 'Row “{{name}}” cannot be handed in now: nothing proves it. Nothing is handed in.',
    'assignment.all-handed-in': 'All that this event proves is handed in already. Reload the page, nothing is lost.',
    'assignment.same-cell-twice': 'The same row is chosen twice. Leave one of them.',
    'task.missing': 'There is no such task, or it was not given to you.',
    'task.which-authority': 'You coordinate several authorities: say in whose name the task is given.',
    'task.not-coordinator': 'Tasks are given by the municipal coordinator.',
    'task.unknown-recipient': 'One of the recipients is not below your authority. Check the list.',
    'task.due-in-the-past': 'That time has passed. Choose today or a later day.',
    'task.cancelled': 'The task is cancelled: it needs no answer.',
    'task.changed-meanwhile': 'The task was changed meanwhile. Reload the page.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof assignmentsRefusals> {}
}
