import type { Language } from '../../kernel/words.ts'
import { type LetterheadFault, letterheadFields } from '../../paper/letterhead.ts'

/** One fault of a letterhead in a sentence, with its place and what to do. */
export function sayFault(fault: LetterheadFault, language: Language): string {
  const { part, paragraph, near, code } = fault
  const words = sentences[language]
  const place =
    part === 'file' ? '' : `${words[part]}${paragraph === null ? '' : `, ${words.paragraph} ${paragraph}`}: `
  return `${place}${words[code].replace('{near}', near)}`
}

const known = letterheadFields.map((name) => `{${name}}`).join(', ')

type Sentences = Record<LetterheadFault['code'] | 'text' | 'header' | 'footer' | 'paragraph', string>

const sentences: Record<Language, Sentences> = {
  ru: {
    text: 'Основной текст',
    header: 'Верхний колонтитул',
    footer: 'Нижний колонтитул',
    paragraph: 'абзац',
    'broken-field': 'скобка без пары в «{near}». Закройте поле или уберите скобку.',
    'unknown-field': `поля «{near}» нет. Есть такие: ${known}.`,
    loop: 'циклы и условия («{near}») в бланке не нужны: уберите их.',
    'no-text': 'В бланке нет места для текста: поставьте {near} отдельным абзацем.',
    'text-not-alone': 'поле {текст} стоит не одно («{near}»). Оставьте его в основном тексте отдельным абзацем.',
    'text-twice': 'поле {near} стоит дважды. Оставьте одно.',
    macro: 'В файле есть макрос ({near}). Сохраните бланк как «Документ Word (.docx)» без макросов.',
    outside: 'Файл тянет что-то снаружи ({near}). Вставьте картинку в сам документ и уберите внешние связи.',
    embedded: 'В файл вложен другой файл ({near}). Уберите его.',
  },
  en: {
    text: 'Text',
    header: 'Header',
    footer: 'Footer',
    paragraph: 'paragraph',
    'broken-field': 'a brace without its pair in “{near}”. Close the field or remove the brace.',
    'unknown-field': `there is no field “{near}”. There are: ${known}.`,
    loop: 'loops and conditions (“{near}”) have no place in a letterhead: remove them.',
    'no-text': 'The letterhead has no place for the text: put {near} into a paragraph of its own.',
    'text-not-alone':
      'the field {текст} does not stand alone (“{near}”). Leave it in the text as a paragraph of its own.',
    'text-twice': 'the field {near} stands twice. Leave one.',
    macro: 'There is a macro in the file ({near}). Save the letterhead as a Word document (.docx) without macros.',
    outside:
      'The file fetches something from outside ({near}). Put the picture into the document and remove the links.',
    embedded: 'Another file lies inside ({near}). Remove it.',
  },
}
