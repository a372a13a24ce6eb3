import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const assignmentsRefusals = defineWords({
  namespace: 'assignments.refusals',
  ru: {
    'assignment.missing': 'Такой клетки дорожной карты нет, или она вам не видна.',
    'assignment.nothing-asked': 'От этой организации здесь ничего не требуется.',
    'assignment.not-yours': 'Это действие за другую организацию. Его выполняет она сама или муниципальный координатор.',
    'assignment.window-unknown': 'Такого срока у мероприятия нет: его могли уточнить. Обновите страницу.',
    'assignment.closed': 'С контроля уже снято или не требуется: добавлять ничего не нужно.',
    'assignment.accepted-already':
      'Это уже принято. Если нужно исправить, попросите координатора вернуть с замечанием.',
    'assignment.waiting-already': 'Уже сдано и ждёт приёмки: второй раз сдавать не нужно.',
    'assignment.nothing-proves-it':
      'Сначала добавьте подтверждение: файл, фото, ссылку или одну строку о том, что было.',
    'assignment.say-how-told': 'Укажите, как школа сообщила: письмом, по телефону или прислала фото.',
    'assignment.own-needs-no-teller': 'Это ваша собственная организация: указывать, как она сообщила, не нужно.',
    'assignment.proof-missing': 'Такого подтверждения нет, или оно вам не видно.',
    'assignment.proof-withdrawn': 'Это подтверждение уже отозвано.',
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
    'assignment.nothing-asked': 'Nothing is asked of this organisation here.',
    'assignment.not-yours': 'This acts for another organisation. It does so itself, or the municipal coordinator does.',
    'assignment.window-unknown': 'The activity has no such window: it may have been corrected. Reload the page.',
    'assignment.closed': 'This is off control or not required: nothing needs to be added.',
    'assignment.accepted-already': 'This is accepted. To correct it, ask the coordinator to return it with a comment.',
    'assignment.waiting-already': 'This is submitted and waits for acceptance: it need not be submitted twice.',
    'assignment.nothing-proves-it': 'Add a proof first: a file, a photo, a link or one line about what took place.',
    'assignment.say-how-told': 'Say how the school told you: by letter, by telephone or with a photo.',
    'assignment.own-needs-no-teller': 'This is your own organisation: there is no need to say how it told you.',
    'assignment.proof-missing': 'There is no such proof, or it is not visible to you.',
    'assignment.proof-withdrawn': 'This proof has been withdrawn already.',
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
