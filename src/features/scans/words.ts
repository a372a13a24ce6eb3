import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const scansRefusals = defineWords({
  namespace: 'scans.refusals',
  ru: {
    'scan.missing': 'Такого скана нет, или он вам не виден.',
    'scan.not-yours': 'Подписанный скан кладёт муниципальный координатор своего управления образования.',
    'scan.already-laid': 'Тем временем скан уже положили. Ниже тот, что действует; ваш файл не записан.',
    'scan.changed-meanwhile': 'Тем временем скан изменили. Ниже тот, что действует; ваш файл не записан.',
    'scan.page-twice': 'Этот снимок уже есть среди страниц скана, второй раз он не нужен.',
    'scan.too-many-pages': 'В скане уже {{limit}} файлов, больше не поместится. Соберите снимки в один файл PDF.',
    'scan.too-much': 'Скан занял бы больше {{limit}} МБ. Сохраните снимки поменьше или соберите их в один файл PDF.',
    'scan.not-a-scan': 'Это не скан: нужен снимок (.jpg, .png, .webp) или файл .pdf.',
    'scan.damaged-pdf': 'Файл PDF повреждён или скачан не полностью: у него нет конца. Перешлите его себе ещё раз.',
    'scan.damaged-picture': 'Снимок повреждён или скачан не полностью. Скачайте или переснимите его ещё раз.',
    'scan.huge-picture':
      'Снимок слишком велик: больше 120 миллионов точек. Сохраните его как JPEG поменьше (300 точек на дюйм достаточно).',
    'scan.heic':
      'Это снимок HEIC с телефона, браузеры его не показывают. На iPhone: «Настройки» → «Камера» → «Форматы» → «Наиболее совместимый»; готовый снимок отправьте себе письмом или сохраните как JPEG.',
    'scan.other-picture': 'Такой снимок браузеры не показывают. Сохраните его как JPEG, PNG или PDF.',
  },
  en: {
    'scan.missing': 'There is no such scan, or it is not visible to you.',
    'scan.not-yours': 'The signed scan is laid by the municipal coordinator of the authority.',
    'scan.already-laid': 'A scan was laid meanwhile. The one in force is below; your file was not kept.',
    'scan.changed-meanwhile': 'The scan was changed meanwhile. The one in force is below; your file was not kept.',
    'scan.page-twice': 'This picture is among the pages of the scan already; once is enough.',
    'scan.too-many-pages': 'The scan has {{limit}} files, there is no room for more. Put the pictures into one PDF.',
    'scan.too-much': 'The scan would take more than {{limit}} MB. Save smaller pictures or put them into one PDF.',
    'scan.not-a-scan': 'This is no scan: a picture (.jpg, .png, .webp) or a .pdf is needed.',
    'scan.damaged-pdf': 'The PDF is damaged or was not downloaded whole: its end is missing. Send it again.',
    'scan.damaged-picture': 'The picture is damaged or was not downloaded whole. Download or photograph it again.',
    'scan.huge-picture':
      'The picture is too large: over 120 million dots. Save it as a smaller JPEG (300 dots an inch are enough).',
    'scan.heic':
      'This is a HEIC picture from a phone; browsers do not show it. On an iPhone: Settings → Camera → Formats → Most Compatible; send this one by mail or save it as JPEG.',
    'scan.other-picture': 'Browsers do not show such a picture. Save it as JPEG, PNG or PDF.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof scansRefusals> {}
}
