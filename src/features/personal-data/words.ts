import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const personalDataRefusals = defineWords({
  namespace: 'personal-data.refusals',
  ru: {
    'personal-data.oneself': 'Свои данные уничтожает другой администратор.',
    'personal-data.destroyed-already': 'Данные этого человека уже уничтожены.',
    'personal-data.number-taken': 'Акт с таким номером и датой уже есть. Проверьте номер.',
  },
  en: {
    'personal-data.oneself': 'Your own data are destroyed by another administrator.',
    'personal-data.destroyed-already': 'The data of this person are destroyed already.',
    'personal-data.number-taken': 'There is an act with this number and date. Check the number.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof personalDataRefusals> {}
}
