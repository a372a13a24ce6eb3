import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const registryRefusals = defineWords({
  namespace: 'registry.refusals',
  ru: {
    'registry.missing': 'Такой таблицы нет, или она вам не видна.',
    'registry.not-yours': 'Таблицу загружает администратор или муниципальный координатор.',
    'registry.not-open': 'Эту таблицу уже применяют, применили или закрыли.',
    'registry.not-applied': 'Ссылки делаются после того, как таблица применена.',
    'registry.not-ready':
      'Применить пока нельзя: строк с замечаниями — {{wrong}}, вопросов без ответа — {{question}}, новых и изменённых строк — {{added}} и {{changed}}.',
    'registry.changed-meanwhile': 'Таблицу тем временем изменили. Посмотрите, что в ней теперь.',
  },
  en: {
    'registry.missing': 'There is no such table, or it is not visible to you.',
    'registry.not-yours': 'A table is given by the administrator or the municipal coordinator.',
    'registry.not-open': 'This table is being applied, was applied or was closed.',
    'registry.not-applied': 'Links are made once the table is applied.',
    'registry.not-ready':
      'It cannot be applied yet: {{wrong}} rows to mend, {{question}} open questions, {{added}} new and {{changed}} changed rows.',
    'registry.changed-meanwhile': 'The table was changed meanwhile. See what it holds now.',
  },
})

/** Why a table cannot be read, or has come back. */
export const sheetFaultWords = {
  ru: {
    'no-sheet':
      'В файле не нашлось ни листа «Организации», ни листа «Люди»: над столбцами нет знакомых заголовков. Возьмите образец и перенесите строки в него.',
    'no-column': 'Нет столбца «{{said}}». Возьмите образец и перенесите строки в него.',
    'too-long': 'В таблице больше {{said}} строк. Разделите её на части.',
    broken:
      'Файл не удалось прочесть: чтение прервалось несколько раз подряд. Сохраните его как .xlsx и загрузите ещё раз.',
    'not-applied': 'Применить не удалось: работа прервалась, ничего не изменено. Попробуйте ещё раз.',
    moved: 'Пока таблицу смотрели, организации или люди изменились. Ничего не применено: посмотрите строки ещё раз.',
  },
} as const

/** What is wrong in a row and how to mend it, for the screen and for the file of what is to be mended. */
export const faultWords = defineWords({
  namespace: 'registry.faults',
  ru: {
    'name-missing': 'Напишите краткое название.',
    'kind-unknown': 'Вид «{{said}}» неизвестен: школа, институт или управление.',
    'kind-differs': 'В Опоре это {{said}}: вид таблицей не меняется.',
    'parent-unknown': 'Организации «{{said}}», к которой относится строка, нет ни в Опоре, ни в таблице.',
    'parent-of-several': 'Организаций с названием «{{said}}» несколько: напишите код или № в Опоре.',
    'parent-unfit': 'Под таким видом ({{said}}) эта организация стоять не может.',
    'not-yours': 'Эту строку может изменить только тот, кто ведёт эту организацию.',
    closed: 'Организация закрыта: её строка не меняется.',
    'id-unknown': 'Номера «{{said}}» в Опоре нет. Для новой строки оставьте столбец пустым.',
    'codes-disagree': 'Коды строки принадлежат разным организациям: {{said}}.',
    'code-of-several': 'Код «{{said}}» записан у нескольких организаций.',
    'code-wrong': 'Код «{{said}}» не сходится: проверьте цифры.',
    'named-twice': 'То же названо в строке {{said}}.',
    'surname-missing': 'Напишите фамилию.',
    'role-unknown': 'Роль «{{said}}» неизвестна: выберите из списка образца.',
    'role-not-here': 'Роль «{{said}}» в такой организации не даётся.',
    'organisation-unknown': 'Организации «{{said}}» нет ни в Опоре, ни в таблице.',
    'organisation-of-several': 'Организаций «{{said}}» несколько: напишите код или № в Опоре.',
    'organisation-wrong': 'Сначала исправьте строку {{said}} листа «Организации».',
    'email-wrong': 'Адрес «{{said}}» написан не полностью.',
    'login-taken': 'Имя для входа «{{said}}» занято другим человеком.',
    'login-short': 'Имя для входа не короче трёх знаков.',
    asks: 'Тёзка: {{said}}. Ответьте на экране, это он же или другой человек.',
  },
  en: {
    'name-missing': 'Write the short name.',
    'kind-unknown': 'The kind “{{said}}” is unknown: school, institute or authority.',
    'kind-differs': 'In Opora this is: {{said}}. A table does not change the kind.',
    'parent-unknown': 'The organisation “{{said}}” to which the row belongs is neither in Opora nor in the table.',
    'parent-of-several': 'Several organisations are called “{{said}}”: write a code or the number in Opora.',
    'parent-unfit': 'This organisation cannot stand below such a kind ({{said}}).',
    'not-yours': 'Only whoever keeps this organisation may change this row.',
    closed: 'The organisation is closed: its row does not change.',
    'id-unknown': 'There is no number “{{said}}” in Opora. Leave the column empty for a new row.',
    'codes-disagree': 'The codes of the row belong to different organisations: {{said}}.',
    'code-of-several': 'Several organisations have the code “{{said}}”.',
    'code-wrong': 'The code “{{said}}” does not fit: check its digits.',
    'named-twice': 'The same is named in row {{said}}.',
    'surname-missing': 'Write the surname.',
    'role-unknown': 'The role “{{said}}” is unknown: choose from the list of the template.',
    'role-not-here': 'The role “{{said}}” is not given in such an organisation.',
    'organisation-unknown': 'The organisation “{{said}}” is neither in Opora nor in the table.',
    'organisation-of-several': 'There are several organisations “{{said}}”: write a code or the number in Opora.',
    'organisation-wrong': 'First mend row {{said}} of the sheet of organisations.',
    'email-wrong': 'The address “{{said}}” is not complete.',
    'login-taken': 'The sign-in name “{{said}}” is another person’s.',
    'login-short': 'A sign-in name has at least three characters.',
    asks: 'A namesake: {{said}}. Say on the screen whether this is the same person.',
  },
})

export const paperNames = {
  ru: {
    template: 'Организации и люди (образец).xlsx',
    export: 'Организации и люди.xlsx',
    faults: 'Что исправить.xlsx',
    mend: 'Что исправить',
  },
  en: {
    template: 'Organisations and people (template).xlsx',
    export: 'Organisations and people.xlsx',
    faults: 'To be mended.xlsx',
    mend: 'To be mended',
  },
} as const

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof registryRefusals> {}
}
