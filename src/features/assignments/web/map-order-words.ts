import { defineWords } from '../../../kernel/words.ts'

/** Sentences beside a school's approved map: its order proves a row of the authority's map. */
export const words = defineWords({
  namespace: 'assignments.map-order',
  ru: {
    asks: 'Дорожная карта управления просит карту школы: «{{title}}».',
    prove: 'Подтвердить этим приказом пункт {{number}} дорожной карты управления',
    'prove.unnumbered': 'Подтвердить этим приказом эту строку дорожной карты управления',
    done: 'Приказ записан подтверждением и сдан координатору.',
    'done.accepted': 'Приказ записан подтверждением и принят.',
  },
  en: {
    asks: 'The road map of the authority asks for the map of the school: “{{title}}”.',
    prove: 'Prove row {{number}} of the road map of the authority by this order',
    'prove.unnumbered': 'Prove this row of the road map of the authority by this order',
    done: 'The order is recorded as the proof and handed in to the coordinator.',
    'done.accepted': 'The order is recorded as the proof and accepted.',
  },
})
