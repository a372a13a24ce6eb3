import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const filesRefusals = defineWords({
  namespace: 'files.refusals',
  ru: {
    'file.empty': 'Файл пустой: в нём нет ни одного байта. Выберите другой; введённое сохранено.',
    'file.over-budget':
      'За последний час вы загрузили уже почти {{limit}} МБ, больше пока нельзя. Подождите час; введённое сохранено.',
    'file.missing': 'Такого файла нет, или он вам не виден.',
  },
  en: {
    'file.empty': 'The file is empty. Choose another one; what you typed is kept.',
    'file.over-budget':
      'Within the last hour you have uploaded nearly {{limit}} MB, and no more is taken now. Wait an hour; what you typed is kept.',
    'file.missing': 'There is no such file, or it is not visible to you.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof filesRefusals> {}
}
