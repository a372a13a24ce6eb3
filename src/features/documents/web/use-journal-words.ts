import { useLanguage } from '../../../web/language.ts'
import { journalWords } from '../journal-words.ts'

/** Kinds and states of papers in the language of the screen. */
export function useJournalWords() {
  const [language] = useLanguage()
  return journalWords[language]
}
