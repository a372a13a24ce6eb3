import { defineWords } from '../../kernel/words.ts'

/** What papers filled from the records are called. */
export const draftingWords = defineWords({
  namespace: 'app.drafting',
  ru: {
    'records.title': 'Из данных проекта',
    'records.road-map-order': 'Приказ с дорожной картой в приложении',
    'records.amending-order': 'Приказ о внесении изменений',
    'records.participants-letter': 'Письмо об участниках и вариантах сопровождения',
    'records.coordinator-order': 'Приказ о назначении муниципального координатора',
    'records.execution-table': 'Дорожная карта с «Отметкой об исполнении»',
    'records.standing': 'Открыть зарегистрированный приказ',
  },
  en: {
    'records.title': 'From the records of the project',
    'records.road-map-order': 'Order with the road map as its annex',
    'records.amending-order': 'Amending order',
    'records.participants-letter': 'Letter on participants and their variants',
    'records.coordinator-order': 'Order appointing the municipal coordinator',
    'records.execution-table': 'Road map with marks of execution',
    'records.standing': 'Open the registered order',
  },
})
