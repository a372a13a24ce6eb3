import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const documentsRefusals = defineWords({
  namespace: 'documents.refusals',
  ru: {
    'document.missing': 'Такого документа нет, или он вам не виден.',
    'document.not-yours': 'Документы ведут муниципальный координатор и руководитель своего управления образования.',
    'document.no-office': 'Не видно управления образования, от которого пишется документ. Выберите его.',
    'document.changed-meanwhile':
      'Тем временем документ изменили. Ниже тот, что действует; введённое осталось на экране.',
    'document.not-a-draft': 'Документ уже зарегистрирован: его текст не меняется. Изменения вносит новый документ.',
    'document.not-registered': 'Сначала документ регистрируют: впишите номер и дату из журнала.',
    'document.date-in-future':
      'Этот день ещё не наступил. Документ датируют сегодняшним днём или одним из прошедших. Проверьте дату; введённое сохранено.',
    'document.no-heading': 'У документа нет заголовка «О чём». Впишите его перед регистрацией.',
    'document.no-signatory': 'Не указано, кто подписывает документ. Впишите должность и фамилию.',
    'document.number-taken': 'Документ № {{number}} от этого дня в журнале уже есть. Проверьте номер и дату.',
    'document.unknown-addressee': 'Среди адресатов есть организация, которой вы не ведёте. Уберите её из списка.',
    'document.not-a-scan': 'Это не скан: нужен файл .pdf или снимок (.jpg, .png).',
    'document.not-a-signature':
      'Это не файл электронной подписи: в нём нет сертификата. Нужен файл .sig или .p7s, выгруженный отдельно от документа.',
    'document.not-an-addressee': 'Эта организация не получала документ: отметить, что она ознакомлена, нельзя.',
    'document.on-behalf-how':
      'Укажите, кто ознакомлен и как школа об этом сообщила: письмом, по телефону, снимком или листом.',
    'document.acquainted-already': 'Эта отметка об ознакомлении уже есть.',
    'document.not-written-here': 'Этот документ написан не здесь: скачайте его файл.',
    'letterhead.missing': 'Такого бланка нет, или он вам не виден.',
    'letterhead.not-opened':
      'Открыть бланк безопасно нельзя: файл повреждён или это не документ Word. Сохраните его в Word как .docx ещё раз.',
    'letterhead.faulty': 'Бланк не принят.\n{{list}}',
    'letterhead.changed-meanwhile': 'Тем временем бланк уже убрали.',
    'document.made-already':
      'Документ зарегистрирован, его файлы уже сделаны и больше не меняются. Бланк выбирают при регистрации.',
    'document.not-marked': 'Копии с отметкой о подписи нет: электронная подпись к документу не приложена.',
    'document.too-large': 'Документ слишком велик, чтобы напечатать его одним файлом. Скачайте .docx.',
  },
  en: {
    'document.made-already':
      'The document is registered; its files are made and do not change. The letterhead is chosen at registration.',
    'document.not-marked': 'There is no marked copy: no electronic signature was added.',
    'document.missing': 'There is no such document, or it is not visible to you.',
    'document.not-yours': 'Documents are kept by the municipal coordinator and the head of the authority.',
    'document.no-office': 'It is not clear which authority writes the document. Choose it.',
    'document.changed-meanwhile':
      'The document was changed meanwhile. The one in force is below; what you typed is still on the screen.',
    'document.not-a-draft': 'The document is registered and its text does not change. A new document amends it.',
    'document.not-registered': 'The document is registered first: type in its number and date from the journal.',
    'document.date-in-future':
      'That day is still to come. A document bears today’s date or an earlier one. Check the date; what you typed is kept.',
    'document.no-heading': 'The document has no heading. Write it before registering.',
    'document.no-signatory': 'It is not said who signs the document. Write post and name.',
    'document.number-taken': 'A document № {{number}} of this day is in the journal already. Check number and date.',
    'document.unknown-addressee': 'Among the addressees is an organisation that you do not keep. Remove it.',
    'document.not-a-scan': 'This is no scan: a .pdf or a picture (.jpg, .png) is needed.',
    'document.not-a-signature':
      'This is no electronic signature: there is no certificate in it. A .sig or .p7s, detached from the document, is needed.',
    'document.not-an-addressee': 'This organisation did not receive the document and cannot be marked as acquainted.',
    'document.on-behalf-how': 'Say who is acquainted and how the school told so: by letter, call, photo or on paper.',
    'document.acquainted-already': 'This acquaintance is recorded already.',
    'document.not-written-here': 'This document was not written here: download its file.',
    'letterhead.missing': 'There is no such letterhead, or it is not visible to you.',
    'letterhead.not-opened':
      'The letterhead cannot be opened safely: it is damaged or no Word document. Save it as .docx again.',
    'letterhead.faulty': 'The letterhead was not taken.\n{{list}}',
    'letterhead.changed-meanwhile': 'The letterhead was put away meanwhile.',
    'document.too-large': 'The document is too large to print as one file. Download the .docx.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof documentsRefusals> {}
}
