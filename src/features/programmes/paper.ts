import { withCapital } from '../../kernel/with-capital.ts'
import { plainTable } from '../../paper/written.ts'
import { blankBody, type DraftPaper } from '../documents/document-body.ts'
import type { ProgrammeFacts } from './programme-facts.ts'
import { variantWords } from './words.ts'

type Participant = { shortName: string; fullName: string; variant: keyof (typeof variantWords)['ru'] }

/** «2024 году», or the school year. */
export function yearInWords({ year, isSchoolYear }: Pick<ProgrammeFacts, 'year' | 'isSchoolYear'>): string {
  return isSchoolYear ? `${year}/${year + 1} учебном году` : `${year} году`
}

/** «Контроль за исполнением …», by the words of the first order where they are known. */
export function controlClause({ controllerText }: Pick<ProgrammeFacts, 'controllerText'>): string {
  const words = controllerText
    .replace(/^контроль\s+за\s+исполнением\s+(настоящего\s+)?приказа\s*/iu, '')
    .replace(/\.$/, '')
  return `Контроль за исполнением настоящего приказа ${words || 'оставляю за собой'}.`
}

/** Row 1.1 of the road map ends in it: which schools take part, and which support each is given. */
export function participantsLetter(facts: ProgrammeFacts, participants: readonly Participant[]): DraftPaper {
  const rows = participants.map((one, index) => [
    String(index + 1),
    one.fullName,
    withCapital(variantWords.ru[one.variant]),
  ])
  const { authority, institute, coordinator, signatory } = facts
  const who = coordinator ? `${[coordinator.position, coordinator.name].filter(Boolean).join(' ')}` : '____________'
  return {
    kind: 'letter',
    heading: `О распределении школ по вариантам научно-методического сопровождения`,
    body: {
      ...blankBody('letter', authority.fullName),
      addressees: institute ? [institute.fullName] : [],
      preamble: [
        `${authority.fullName} направляет сведения об общеобразовательных организациях — участниках проекта «${facts.title}» и о вариантах их научно-методического сопровождения в ${yearInWords(facts)}.`,
        `Муниципальный координатор: ${who}.`,
      ],
      tables: [
        { text: '', size: 7 },
        {
          ...plainTable(['№ п/п', 'Общеобразовательная организация', 'Вариант сопровождения'], rows),
          widths: [10, 90, 65],
          size: 12,
        },
      ],
      signatory,
    },
  }
}

/** Clause 2: who runs the project for the authority. */
export function coordinatorOrder(facts: ProgrammeFacts, participants: readonly Participant[]): DraftPaper {
  const { authority, coordinator, signatory } = facts
  const who = coordinator ? [coordinator.name, coordinator.position].filter(Boolean).join(', ') : '____________'
  return {
    kind: 'order',
    heading: 'О назначении муниципального координатора проекта сопровождения',
    body: {
      ...blankBody('order', authority.fullName),
      preamble: [
        `С целью обеспечения научно-методического сопровождения общеобразовательных организаций в ${yearInWords(facts)}`,
      ],
      clauses: [
        { text: `Назначить муниципальным координатором проекта «${facts.title}»: ${who}.`, clauses: [] },
        {
          text: 'Муниципальному координатору обеспечить:',
          clauses: [
            'комплексное сопровождение реализации мероприятий дорожной карты;',
            'взаимодействие с общеобразовательными организациями — участниками проекта и институтом развития образования;',
            'учёт подтверждений и подготовку отчётов об исполнении дорожной карты.',
          ],
        },
        {
          text: `Руководителям общеобразовательных организаций: ${participants.map((one) => one.shortName).join(', ')} оказывать содействие муниципальному координатору.`,
          clauses: [],
        },
        { text: controlClause(facts), clauses: [] },
      ],
      signatory,
    },
  }
}
