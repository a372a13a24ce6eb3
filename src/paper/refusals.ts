import type { Finding } from '../kernel/finding.ts'

const saveAsDocx =
  'Откройте файл в Word или LibreOffice, выберите «Сохранить как» → «Документ Word (.docx)» и загрузите его.'

const saveAsOffice =
  'Откройте файл в Word или Excel, выберите «Сохранить как» → «Документ Word (.docx)» или «Книга Excel (.xlsx)» и загрузите его.'

/** Why a paper cannot be read, and what its holder can do. `unsafe-file` is what must not be opened at all. */
const sentences = {
  missing: ['unsupported-format', 'Файл не найден.', 'Проверьте имя и папку файла.'],
  'not-a-file': ['unsupported-format', 'Это не файл, а папка или устройство.', 'Укажите сам файл приказа.'],
  empty: ['unsupported-format', 'Файл пуст.', 'Проверьте, что файл сохранился полностью, и загрузите его ещё раз.'],
  damaged: [
    'unsupported-format',
    'Файл повреждён или скачан не полностью: его содержимое не читается.',
    'Скачайте или перешлите файл ещё раз. Если он открывается в Word, сохраните его заново как .docx.',
  ],
  encrypted: [
    'unsupported-format',
    'Файл защищён паролем, поэтому прочитать его нельзя.',
    'Откройте файл в Word с паролем, снимите защиту (Файл → Сведения → Защита документа) и сохраните как .docx.',
  ],
  'old-doc': ['unsupported-format', 'Это документ Word 6.0 или Word 95: такой старый формат не читается.', saveAsDocx],
  'no-text-pdf': [
    'unsupported-format',
    'В этом файле PDF нет текста: это скан, то есть снимки страниц.',
    'Возьмите у составителя исходный документ Word (.docx), а скан приложите рядом как подписанный оригинал.',
  ],
  chunk: [
    'unsupported-format',
    'Часть документа вложена в него отдельным файлом, её может прочитать только Word.',
    'Откройте файл в Word, сохраните его заново как .docx и загрузите.',
  ],
  'stamped-scan': [
    'unsupported-format',
    'Этот файл PDF — скан: текстом в нём записаны только несколько слов, например отметка о подписи.',
    'Возьмите у составителя исходный документ Word (.docx), а скан приложите рядом как подписанный оригинал.',
  ],
  rtf: ['unsupported-format', 'Это документ .rtf, он не читается.', saveAsDocx],
  html: [
    'unsupported-format',
    'Это веб-страница, хотя в имени файла может стоять .doc или .xls: так выгружают отчёты многие системы.',
    saveAsOffice,
  ],
  'word-xml': ['unsupported-format', 'Это документ, сохранённый как XML, он не читается.', saveAsOffice],
  xlsb: [
    'unsupported-format',
    'Это двоичная книга Excel (.xlsb), она не читается.',
    'Откройте файл в Excel, выберите «Сохранить как» → «Книга Excel (.xlsx)» и загрузите его.',
  ],
  slides: [
    'unsupported-format',
    'Это презентация, а не документ.',
    'Скопируйте таблицу в документ Word, сохраните его как .docx и загрузите.',
  ],
  'no-text': [
    'unsupported-format',
    'В документе нет ни одного слова.',
    'Проверьте, тот ли это файл и сохранился ли он полностью, и загрузите его ещё раз.',
  ],
  'only-pictures': [
    'unsupported-format',
    'В документе нет текста, только картинки: это скан или снимки, вставленные в файл.',
    'Возьмите у составителя исходный документ Word (.docx), а скан приложите рядом как подписанный оригинал.',
  ],
  image: [
    'unsupported-format',
    'Это снимок или скан: в файле картинка, а не текст.',
    'Возьмите у составителя исходный документ Word (.docx). Скан можно приложить к приказу отдельно.',
  ],
  heic: [
    'unsupported-format',
    'Это снимок HEIC с телефона: ни Опора, ни браузеры его не показывают.',
    'Сохраните его как JPEG: на iPhone «Настройки» → «Камера» → «Форматы» → «Наиболее совместимый», потом снимите ещё раз; готовый снимок можно отправить себе письмом, он придёт в JPEG.',
  ],
  'other-picture': [
    'unsupported-format',
    'Это снимок или картинка в формате, который браузеры не показывают (.tiff, .bmp, .djvu, .gif).',
    'Сохраните скан как PDF или JPEG и загрузите ещё раз. Вернее взять у составителя документ Word (.docx).',
  ],
  'damaged-picture': [
    'unsupported-format',
    'Это снимок, и он повреждён или скачан не полностью.',
    'Скачайте или переснимите его ещё раз. Вернее взять у составителя документ Word (.docx).',
  ],
  'huge-picture': [
    'unsupported-format',
    'Это снимок, и он слишком велик: в нём больше 120 миллионов точек.',
    'Сохраните скан поменьше: 300 точек на дюйм достаточно.',
  ],
  archive: [
    'unsupported-format',
    'Это архив, а не документ.',
    'Распакуйте архив и загрузите из него документ Word (.docx).',
  ],
  unknown: [
    'unsupported-format',
    'Формат файла не распознан.',
    'Загрузите документ Word, OpenDocument или Excel, файл PDF с текстом или текстовый файл.',
  ],
  'too-big': [
    'unsafe-file',
    'Файл слишком велик: приказ с дорожной картой обычно меньше 1 МБ, предел — 50 МБ.',
    'Проверьте, тот ли это файл. Если в нём большие картинки, удалите их и сохраните документ заново.',
  ],
  bomb: [
    'unsafe-file',
    'Файл не открыт ради безопасности: при распаковке он занял бы слишком много памяти.',
    'Такие файлы бывают вредоносными. Узнайте у отправителя, откуда файл, и попросите сохранить его заново как .docx.',
  ],
  entities: [
    'unsafe-file',
    'Файл не открыт ради безопасности: внутри есть объявления, которых не бывает в обычном документе Word.',
    'Такие файлы бывают вредоносными. Узнайте у отправителя, откуда файл, и попросите сохранить его заново как .docx.',
  ],
  overgrown: [
    'unsafe-file',
    'Файл не открыт ради безопасности: вложенность или размер таблиц в нём больше, чем бывает в документах.',
    'Скопируйте нужную таблицу в новый документ Word, сохраните как .docx и загрузите его.',
  ],
  'too-slow': [
    'unsafe-file',
    'Чтение файла остановлено: оно заняло слишком много времени или памяти.',
    'Попробуйте ещё раз. Если не поможет, скопируйте текст приказа в новый документ Word и сохраните как .docx.',
  ],
} as const satisfies Record<string, readonly ['unsafe-file' | 'unsupported-format', string, string]>

export type RefusalReason = keyof typeof sentences

export function isReason(word: string): word is RefusalReason {
  return Object.hasOwn(sentences, word)
}

/** Thrown by a reader that will not or cannot go on. */
export class PaperRefused extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(sentences[reason][1], options)
    this.name = 'PaperRefused'
    this.reason = reason
  }
}

export function refusalFinding(reason: RefusalReason): Finding {
  const [code, message, advice] = sentences[reason]
  const where = { part: 'order', activity: null, column: null, row: null } as const
  return { code, severity: 'error', message, advice, where, confidence: null }
}
