import { accessDeeds } from '../features/access/deed-words.ts'
import type { Deeds } from '../features/access/journal.ts'
import { assignmentsDeeds } from '../features/assignments/deed-words.ts'
import { calendarDeeds } from '../features/calendar/deed-words.ts'
import { correctionsDeeds } from '../features/corrections/deed-words.ts'
import { documentsDeeds } from '../features/documents/deed-words.ts'
import { filesDeeds } from '../features/files/deed-words.ts'
import { messagesDeeds } from '../features/messages/deed-words.ts'
import { organisationsDeeds } from '../features/organisations/deed-words.ts'
import { personalDataDeeds } from '../features/personal-data/deed-words.ts'
import { programmesDeeds } from '../features/programmes/deed-words.ts'
import { registryDeeds } from '../features/registry/deed-words.ts'
import { roadMapsDeeds } from '../features/road-maps/deed-words.ts'
import { scansDeeds } from '../features/scans/deed-words.ts'
import { schoolMapsDeeds } from '../features/school-maps/deed-words.ts'
import { templatesDeeds } from '../features/templates/deed-words.ts'
import { upkeepDeeds } from '../features/upkeep/deed-words.ts'
import type { AuditAction } from '../kernel/audit-action.ts'
import type { Language } from '../kernel/words.ts'
import { demonstrationDeeds } from './demonstration/deed-words.ts'

/** What the journal tells, by the kinds that it is filtered by. */
const kinds = {
  access: accessDeeds,
  organisations: organisationsDeeds,
  calendar: calendarDeeds,
  programmes: programmesDeeds,
  'road-maps': roadMapsDeeds,
  templates: templatesDeeds,
  'school-maps': schoolMapsDeeds,
  corrections: correctionsDeeds,
  assignments: assignmentsDeeds,
  documents: documentsDeeds,
  files: filesDeeds,
  registry: registryDeeds,
  scans: scansDeeds,
  messages: messagesDeeds,
  upkeep: upkeepDeeds,
  'personal-data': personalDataDeeds,
  demonstration: demonstrationDeeds,
}

const kindNames: Record<Language, Record<keyof typeof kinds, string>> = {
  ru: {
    access: 'Люди и вход',
    organisations: 'Организации',
    calendar: 'Календарь',
    programmes: 'Проект',
    'road-maps': 'Приказы и дорожная карта',
    templates: 'Шаблоны',
    'school-maps': 'Карты школ',
    corrections: 'Изменения дорожной карты',
    assignments: 'Поручения и подтверждения',
    documents: 'Документы',
    files: 'Файлы',
    registry: 'Таблицы организаций и людей',
    scans: 'Подписанные сканы',
    messages: 'Уведомления и письма',
    upkeep: 'Резервные копии',
    'personal-data': 'Персональные данные',
    demonstration: 'Демонстрация',
  },
  en: {
    access: 'People and sign-in',
    organisations: 'Organisations',
    calendar: 'Calendar',
    programmes: 'Project',
    'road-maps': 'Orders and road map',
    templates: 'Templates',
    'school-maps': 'School maps',
    corrections: 'Changes of the road map',
    assignments: 'Tasks and proofs',
    documents: 'Documents',
    files: 'Files',
    registry: 'Tables of organisations and people',
    scans: 'Signed scans',
    messages: 'Messages and letters',
    upkeep: 'Backups',
    'personal-data': 'Personal data',
    demonstration: 'Demonstration',
  },
}

const said: Record<Language, Record<AuditAction, string>> = { ru: join('ru'), en: join('en') }

/** Every action has a sentence here, or this does not compile: a feature with deeds of its own is added above. */
function join(language: Language): Record<AuditAction, string> {
  return {
    ...wordsIn(kinds.access, language),
    ...wordsIn(kinds.organisations, language),
    ...wordsIn(kinds.calendar, language),
    ...wordsIn(kinds.programmes, language),
    ...wordsIn(kinds['road-maps'], language),
    ...wordsIn(kinds.templates, language),
    ...wordsIn(kinds['school-maps'], language),
    ...wordsIn(kinds.corrections, language),
    ...wordsIn(kinds.assignments, language),
    ...wordsIn(kinds.documents, language),
    ...wordsIn(kinds.files, language),
    ...wordsIn(kinds.registry, language),
    ...wordsIn(kinds.scans, language),
    ...wordsIn(kinds.messages, language),
    ...wordsIn(kinds.upkeep, language),
    ...wordsIn(kinds['personal-data'], language),
    ...wordsIn(kinds.demonstration, language),
  }
}

/** The keys are the same in both languages: told so, the compiler need not try all their combinations. */
function wordsIn<Key extends string>(
  words: Record<Language, Record<Key, string>>,
  language: Language,
): Record<Key, string> {
  return words[language]
}

/** What opening a card or a list of people was for, by endpoint. */
const routes: Record<Language, Readonly<Record<string, string>>> = {
  ru: {
    'access.listPeople': 'Настройки: люди',
    'access.listInvitations': 'Настройки: ссылки для входа',
    'access.listSubstitutions': 'Настройки: замещение',
    'journal.listJournal': 'Журнал',
    'journal.exportJournal': 'Журнал: выгрузка',
    'journal.listJournalFilters': 'Журнал: выбор человека',
    'journal.listPersonReads': 'Кто смотрел карточку',
    'journal.exportPersonReads': 'Кто смотрел карточку: выгрузка',
    'registry.loadRegistryImport': 'Таблица организаций и людей',
    'registry.downloadFaults': 'Таблица: что исправить',
    'registry.exportRegistry': 'Организации и люди: выгрузка',
    'mail.loadMail': 'Настройки: почта',
    'mail.downloadLetter': 'Скачано письмо',
    'upkeep.downloadBackup': 'Скачана резервная копия: в ней все данные',
    'personal-data.exportPersonData': 'Выгрузка всех данных человека',
    'personal-data.loadPersonData': 'Персональные данные человека',
    'personal-data.draftDestructionAct': 'Акт об уничтожении',
  },
  en: {
    'access.listPeople': 'Settings: people',
    'access.listInvitations': 'Settings: links',
    'access.listSubstitutions': 'Settings: substitution',
    'journal.listJournal': 'Journal',
    'journal.exportJournal': 'Journal: export',
    'journal.listJournalFilters': 'Journal: choosing a person',
    'journal.listPersonReads': 'Who looked at the card',
    'journal.exportPersonReads': 'Who looked at the card: export',
    'registry.loadRegistryImport': 'A table of organisations and people',
    'registry.downloadFaults': 'A table: what to mend',
    'registry.exportRegistry': 'Organisations and people: export',
    'mail.loadMail': 'Settings: mail',
    'mail.downloadLetter': 'A letter was downloaded',
    'upkeep.downloadBackup': 'A backup was downloaded: everything is in it',
    'personal-data.exportPersonData': 'Export of all data of a person',
    'personal-data.loadPersonData': 'Personal data of a person',
    'personal-data.draftDestructionAct': 'Act of destruction',
  },
}

/** Reads the journal's actions in words. */
export const deeds: Deeds = {
  kinds: Object.keys(kinds),
  kindName: (kind: string, language: Language): string =>
    Object.entries(kindNames[language]).find(([key]) => key === kind)?.[1] ?? kind,
  actionsOf: (kind: string): readonly string[] =>
    Object.entries(kinds).flatMap(([key, words]) => (key === kind ? Object.keys(words.ru) : [])),
  route: (route: string, language: Language): string => routes[language][route] ?? route,
  say: (action: string, language: Language): string =>
    Object.entries(said[language]).find(([key]) => key === action)?.[1] ?? action,
}
