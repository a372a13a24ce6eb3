import { defineWords } from '../../../kernel/words.ts'

/** Sentences of «Добавить меры по фактору риска» and of «Сохранить как шаблон» of a school's map. */
export const words = defineWords({
  namespace: 'school-maps.measures',
  ru: {
    title: 'Добавить меры по фактору риска',
    choose: 'Фактор риска или шаблон',
    'choose.none': 'Выберите из списка',
    'group.factors': 'Факторы риска',
    'group.templates': 'Шаблоны карт школ',
    source:
      'Названия факторов — по перечню рисков проекта «500+». Меры предложены Опорой: это не норма, их можно менять.',
    text: 'Снимите отметку с того, что не подходит. Добавленные строки можно править, как любые другие.',
    take_one: 'Добавить {{count}} строку',
    take_few: 'Добавить {{count}} строки',
    take_many: 'Добавить {{count}} строк',
    take_other: 'Добавить {{count}} строки',
    done_one: 'Добавлена {{count}} строка.',
    done_few: 'Добавлено {{count}} строки.',
    done_many: 'Добавлено {{count}} строк.',
    done_other: 'Добавлено {{count}} строки.',
    save: 'Сохранить как шаблон',
    'save.text':
      'Сохранятся причины, меры, показатели и сроки без года. Имена людей, названия организаций и ответственные не сохраняются.',
    'save.title': 'Название шаблона',
    'save.cancel': 'Отмена',
    'save.done': 'Шаблон сохранён: он стоит в «Шаблонах».',
  },
  en: {
    title: 'Add measures by a risk factor',
    choose: 'Risk factor or template',
    'choose.none': 'Choose from the list',
    'group.factors': 'Risk factors',
    'group.templates': 'Templates of school maps',
    source:
      'The names of the factors come from the list of risks of the 500+ project. The measures are proposed by Opora: they are no norm and may be changed.',
    text: 'Take the mark off what does not suit. Rows that were added may be changed like any other.',
    take_one: 'Add {{count}} row',
    take_other: 'Add {{count}} rows',
    done_one: '{{count}} row was added.',
    done_other: '{{count}} rows were added.',
    save: 'Save as a template',
    'save.text':
      'Causes, measures, indicators and dates without a year are kept. Names of people and organisations, and who is responsible, are not.',
    'save.title': 'Name of the template',
    'save.cancel': 'Cancel',
    'save.done': 'The template was saved: it stands among “Templates”.',
  },
})
