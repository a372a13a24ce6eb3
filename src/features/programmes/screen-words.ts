import { defineWords } from '../../kernel/words.ts'

/** What the switch of project and year says. */
export const programmesWords = defineWords({
  namespace: 'programmes.screen',
  ru: {
    'project.year': '{{year}} год · {{title}}',
    'project.schoolYear': '{{year}}/{{next}} учебный год · {{title}}',
    'project.switch': 'Проект сопровождения и год',
  },
  en: {
    'project.year': '{{year}} · {{title}}',
    'project.schoolYear': 'school year {{year}}/{{next}} · {{title}}',
    'project.switch': 'Support project and year',
  },
})
