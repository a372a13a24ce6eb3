import { defineWords } from '../../kernel/words.ts'

/** What the switch of project and year says. */
export const programmesWords = defineWords({
  namespace: 'programmes.screen',
  ru: {
    'project.none': 'Проекта ещё нет',
    'project.year': '{{title}}, {{year}} год',
    'project.schoolYear': '{{title}}, {{year}}/{{next}} учебный год',
    'project.switch': 'Проект сопровождения: {{name}}',
  },
  en: {
    'project.none': 'No project yet',
    'project.year': '{{title}}, {{year}}',
    'project.schoolYear': '{{title}}, school year {{year}}/{{next}}',
    'project.switch': 'Support project: {{name}}',
  },
})
