import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const rehearsalsRefusals = defineWords({
  namespace: 'rehearsals.refusals',
  ru: {
    'rehearsal.nothing-read': 'Проверять пока нечего: строки плана ещё не прочитаны.',
    'rehearsal.not-whole': 'Проверку перед утверждением видят те, кто видит дорожную карту целиком.',
  },
  en: {
    'rehearsal.nothing-read': 'There is nothing to check yet: the rows of the plan have not been read.',
    'rehearsal.not-whole': 'The check before approval is for those who see the whole road map.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof rehearsalsRefusals> {}
}
