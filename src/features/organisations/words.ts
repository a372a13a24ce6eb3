import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const organisationsRefusals = defineWords({
  namespace: 'organisations.refusals',
  ru: {
    'organisation.missing': 'Такой организации нет, или она вам не видна.',
    'organisation.not-yours': 'Изменять организации может муниципальный координатор своего управления.',
    'organisation.not-below-this': 'Школу и институт заводят в управлении или регионе, не в другой школе.',
    'organisation.known': 'Организация с таким названием уже есть: «{{name}}». Второй раз заводить её не нужно.',
    'organisation.closed': 'Организация закрыта. Её историю можно читать, изменять её нельзя.',
    'organisation.stands': 'Организация не закрыта: открывать её не нужно.',
    'organisation.that-day-taken': 'С этого дня уже записано другое. Выберите другой день.',
    'organisation.there-already': 'Организация уже относится к этому управлению.',
    'organisation.has-below': 'Сначала переведите или закройте школы, которые относятся к этой организации.',
    'organisation.has-schools': 'Под управлением уже есть школы: переведите их в управления муниципалитетов.',
    'organisation.root-stays': 'Верхняя организация установки не закрывается: её можно переименовать.',
    'organisation.no-region': 'Регионом становится управление, над которым никого нет.',
    'organisation.no-successor': 'Присоединить можно к другой открытой организации того же вида.',
    'organisation.code-inn': 'ИНН организации — 10 цифр. Проверьте: контрольная цифра не сходится.',
    'organisation.code-ogrn': 'ОГРН — 13 цифр. Проверьте: контрольная цифра не сходится.',
    'organisation.code-oktmo': 'ОКТМО — 8 или 11 цифр.',
    'organisation.code-too-long': 'Код не длиннее 40 знаков.',
    'organisation.changed-meanwhile': 'Карточку тем временем изменили. Ваше введённое сохранено, сравните обе версии.',
  },
  en: {
    'organisation.missing': 'There is no such organisation, or it is not visible to you.',
    'organisation.not-yours': 'Organisations are changed by the municipal coordinator of their authority.',
    'organisation.not-below-this': 'A school or an institute lies below an authority or a region, not below a school.',
    'organisation.known': 'There is an organisation of this name already: “{{name}}”. It need not be made twice.',
    'organisation.closed': 'The organisation is closed. Its history can be read, it cannot be changed.',
    'organisation.stands': 'The organisation is not closed: it need not be reopened.',
    'organisation.that-day-taken': 'Something else is recorded from that day already. Choose another day.',
    'organisation.there-already': 'The organisation belongs to this authority already.',
    'organisation.has-below': 'First move or close the schools that belong to this organisation.',
    'organisation.has-schools': 'There are schools below already: move them to the authorities of municipalities.',
    'organisation.root-stays': 'The organisation at the top is not closed: it can be renamed.',
    'organisation.no-region': 'An authority with nobody above it becomes a region.',
    'organisation.no-successor': 'Merge it into another open organisation of the same kind.',
    'organisation.code-inn': 'An INN has 10 digits. Check it: the check digit does not fit.',
    'organisation.code-ogrn': 'An OGRN has 13 digits. Check it: the check digit does not fit.',
    'organisation.code-oktmo': 'An OKTMO has 8 or 11 digits.',
    'organisation.code-too-long': 'A code has at most 40 characters.',
    'organisation.changed-meanwhile': 'The card was changed meanwhile. What you typed is kept; compare both versions.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof organisationsRefusals> {}
}
