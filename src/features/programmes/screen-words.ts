import { defineWords } from '../../kernel/words.ts'

/** What the switch of project and year says. */
export const programmesWords = defineWords({
  namespace: 'programmes.screen',
  ru: {
    'project.year': '{{year}} год · {{title}}',
    'project.schoolYear': '{{year}}/{{next}} учебный год · {{title}}',
    'project.closed': '{{name}} · закрыт',
    'title.menu': 'Исправить название проекта',
    'title.label': 'Название проекта сопровождения',
    'title.hint':
      'Оно встанет в списке проектов, письмах и новых документах. Зарегистрированные документы не изменятся.',
    'title.error': 'Напишите, как называется проект.',
    'title.save': 'Сохранить',
    'title.cancel': 'Не менять',
    'title.done': 'Название исправлено.',
    'close.menu': 'Закрыть проект',
    'close.title': 'Закрыть проект?',
    'close.text':
      'Проект останется в списке и будет открыт для чтения всем, кто его видит, но менять в нём ничего будет нельзя. Вы сможете открыть его снова.',
    'close.reason': 'Почему закрывается',
    'close.reason.hint': 'Когда год проекта кончился, можно не писать.',
    'closed.note': 'Проект закрыт {{day}} ({{who}}). Его можно читать, но не менять.',
    'closed.reason': 'Причина: {{reason}}.',
    'reopen.menu': 'Открыть проект снова',
    'reopen.title': 'Открыть проект снова?',
    'reopen.text': 'В проекте снова можно будет работать. Причина останется в журнале.',
    'reopen.reason': 'Почему открывается снова',
    'project.switch': 'Проект сопровождения и год',
  },
  en: {
    'project.year': '{{year}} · {{title}}',
    'project.schoolYear': 'school year {{year}}/{{next}} · {{title}}',
    'project.closed': '{{name}} · closed',
    'title.menu': 'Correct the title of the project',
    'title.label': 'Title of the support project',
    'title.hint':
      'It stands in the list of projects, letters and new documents. Registered documents stay as they are.',
    'title.error': 'Write what the project is called.',
    'title.save': 'Save',
    'title.cancel': 'Leave it',
    'title.done': 'The title is corrected.',
    'close.menu': 'Close the project',
    'close.title': 'Close the project?',
    'close.text':
      'The project stays in the list and is read by everybody who sees it, but nothing in it can be changed. You can open it again.',
    'close.reason': 'Why it is closed',
    'close.reason.hint': 'Once the year of the project is over, this may be left out.',
    'closed.note': 'The project was closed on {{day}} ({{who}}). It can be read, not changed.',
    'closed.reason': 'Reason: {{reason}}.',
    'reopen.menu': 'Open the project again',
    'reopen.title': 'Open the project again?',
    'reopen.text': 'Work in the project becomes possible again. The reason stays in the journal.',
    'reopen.reason': 'Why it is opened again',
    'project.switch': 'Support project and year',
  },
})
