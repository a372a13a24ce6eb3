import { defineWords } from '../../../kernel/words.ts'

/** Sentences of what the authority's newer map means to a school's own. */
export const cascadeWords = defineWords({
  namespace: 'school-maps.cascade',
  ru: {
    'question.title': 'Нужно согласие школы',
    'question.changed': 'Управление изменило мероприятие «{{title}}», которому помогает эта строка. Что с ней сделать?',
    'question.removed': 'Управление сняло мероприятие «{{title}}», которому помогает эта строка. Что с ней сделать?',
    'answer.keep': 'Оставить',
    'answer.change': 'Изменить',
    'answer.remove': 'Снять',
    'changes.title': 'Карта управления изменилась после приказа директора',
    'changes.added': 'Добавлено',
    'changes.removed': 'Снято',
    'changes.changed': 'Изменено',
    'changes.acknowledge': 'Прочитайте и отметьте, что ознакомились. Свои строки школы остались как были.',
    'changes.read': 'Школа с этим ознакомлена {{at}}. Свои строки школы остались как были.',
  },
  en: {
    'question.title': 'The school is asked',
    'question.changed':
      'The authority changed “{{title}}”, which this row helps to carry out. What is to become of it?',
    'question.removed': 'The authority took “{{title}}” out, which this row helped to carry out. What becomes of it?',
    'answer.keep': 'Keep',
    'answer.change': 'Change',
    'answer.remove': 'Take out',
    'changes.title': 'The authority’s map has changed since the director’s order',
    'changes.added': 'Added',
    'changes.removed': 'Taken out',
    'changes.changed': 'Changed',
    'changes.acknowledge': 'Read it and acknowledge. The school’s own rows are as they were.',
    'changes.read': 'The school acknowledged this {{at}}. The school’s own rows are as they were.',
  },
})
