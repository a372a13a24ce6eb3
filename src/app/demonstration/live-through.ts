import { assignmentsService } from '../../features/assignments/service.ts'
import { roadMapsService } from '../../features/road-maps/service.ts'
import { day } from '../../kernel/day.ts'
import type { Window } from '../../kernel/period.ts'
import type { Work } from '../../server/work.ts'
import {
  accept,
  askForLater,
  at,
  directorOf,
  type Event,
  grantLater,
  handIn,
  recordFor,
  recordForInstitute,
  recordOwn,
  release,
  type Stage,
  schoolOf,
  sendBack,
} from './acting.ts'
import { writeSchoolMaps } from './write-school-maps.ts'

const FEBRUARY: Window = { start: day(2026, 2, 1), end: day(2026, 2, 28) }
const MARCH: Window = { start: day(2026, 3, 1), end: day(2026, 3, 31) }
const FEBRUARY_MARCH: Window = { start: day(2026, 2, 1), end: day(2026, 3, 31) }
const SPRING: Window = { start: day(2026, 2, 1), end: day(2026, 4, 30) }

const LETTER = 'письмо института от 16.02.2026 № 118'
const MEETING: Event = { heldOn: day(2026, 2, 19), tookPart: 'директор, заместитель', letter: LETTER }
const WEBINAR: Event = { heldOn: day(2026, 4, 8), tookPart: '3 учителя математики', letter: '' }

/** Lives through the first months of the project, so that nearly every state stands on the first screen. */
export async function liveThrough(stage: Stage): Promise<void> {
  await acknowledge(stage)
  await februaryOfTheAuthority(stage)
  await meetingOfFebruary(stage)
  await roadMapsOfFebruary(stage)
  await writeSchoolMaps(stage)
  await questionnaireOfMarch(stage)
  await assessmentOfSpring(stage)
  await webinarsOfSpring(stage)
  await weeklyLetter(stage)
  await laterDeadlines(stage)
  at(stage, day(2026, 4, 22))
}

async function acknowledge(stage: Stage) {
  at(stage, day(2026, 2, 11))
  for (const [place, director] of stage.directors.slice(0, 4).entries()) {
    const input = { id: stage.adopted.roadMapId, organisationId: schoolOf(stage, place).id }
    await stage.perform(director, (work) => roadMapsService.acknowledge(work, input))
  }
}

async function februaryOfTheAuthority(stage: Stage) {
  at(stage, day(2026, 2, 24))
  const note = 'Письмо об участниках и вариантах отправлено в институт 20.02.2026 № 01-12/84'
  await recordOwn(stage, '1.1', FEBRUARY, note)
  await release(stage, '1.1')
}

/** Five schools took part, one of them told it by letter; one keeps silent and is late. */
async function meetingOfFebruary(stage: Stage) {
  at(stage, day(2026, 2, 26))
  for (const place of [0, 1, 2, 4]) await handIn(stage, place, '1.4', FEBRUARY, MEETING)
  for (const place of [0, 1, 2, 4]) await accept(stage, place, '1.4')
  await recordFor(stage, 3, '1.4', FEBRUARY, MEETING)
  await recordForInstitute(stage, '1.4', FEBRUARY, MEETING)
}

async function roadMapsOfFebruary(stage: Stage) {
  at(stage, day(2026, 2, 27))
  await recordOwn(stage, '1.6', FEBRUARY, 'Дорожная карта округа утверждена приказом № 47, карты школ согласованы')
  const drafted = { heldOn: day(2026, 2, 25), tookPart: 'управленческая команда', letter: 'приказ директора № 31-у' }
  for (const place of [0, 1, 2, 3, 4]) await handIn(stage, place, '1.6', FEBRUARY, drafted)
  for (const place of [0, 1, 2, 3, 4]) await accept(stage, place, '1.6')
  await release(stage, '1.6')
}

async function questionnaireOfMarch(stage: Stage) {
  at(stage, day(2026, 3, 25))
  const filled = { heldOn: day(2026, 3, 20), tookPart: 'команда школы, 24 родителя', letter: '' }
  for (const place of [0, 1, 2, 3, 4]) await handIn(stage, place, '1.5', MARCH, filled)
  for (const place of [0, 1, 2]) await accept(stage, place, '1.5')
  await sendBack(stage, 4, '1.5', 'Нет даты заполнения анкеты учителями. Допишите, пожалуйста, и сдайте ещё раз.')
  await recordForInstitute(stage, '1.5', MARCH, { ...filled, tookPart: 'шесть школ округа' })
}

async function assessmentOfSpring(stage: Stage) {
  at(stage, day(2026, 3, 30))
  const letter = 'письмо института от 02.03.2026 № 141'
  const assessed = { heldOn: day(2026, 3, 27), tookPart: '5 учителей из 6', letter }
  for (const place of [0, 1, 2, 4]) await handIn(stage, place, '1.3', FEBRUARY_MARCH, assessed)
  for (const place of [0, 1]) await accept(stage, place, '1.3')
  const interviewed = { heldOn: day(2026, 3, 24), tookPart: 'управленческая команда', letter: '' }
  for (const place of [2, 4]) await handIn(stage, place, '3.1', MARCH, interviewed)
  await accept(stage, 2, '3.1')
}

async function webinarsOfSpring(stage: Stage) {
  at(stage, day(2026, 4, 9))
  for (const place of [0, 1, 3]) await handIn(stage, place, '1.2', SPRING, WEBINAR)
  await accept(stage, 0, '1.2')
  await recordOwn(stage, '1.3', FEBRUARY_MARCH, 'Сводка дефицитов получена из института 07.04.2026')
  await recordOwn(stage, '3.1', MARCH, 'Протоколы собеседований подписаны, группы риска названы')
}

/** The letter from above: an answer from every school by Thursday 16:00. */
async function weeklyLetter(stage: Stage) {
  at(stage, day(2026, 4, 20))
  const task = await stage.perform(stage.coordinator, (work) =>
    assignmentsService.giveTask(work, {
      text: 'Сообщите, сколько учителей математики пройдут курсы летом и кто из них готов к стажировке в июне.',
      dueOn: day(2026, 4, 23),
      dueTime: '16:00',
      organisationIds: stage.adopted.schools.map((school) => school.id),
      letter: {
        number: '03-02/417',
        signedOn: day(2026, 4, 17),
        sender: 'Министерство просвещения области',
        fileId: null,
      },
    }),
  )
  at(stage, day(2026, 4, 21))
  const window: Window = { start: null, end: day(2026, 4, 23) }
  const answer = async (work: Work, place: number) => {
    const cell = { activityId: task.activityId, organisationId: schoolOf(stage, place).id }
    const proof = { form: 'words' as const, note: 'Двое пройдут курсы, на стажировку готов один.' }
    await assignmentsService.recordProof(work, { ...cell, window, proof, onBehalf: null })
    await assignmentsService.submit(work, { ...cell, window, note: '' })
  }
  await stage.perform(directorOf(stage, 0), (work) => answer(work, 0))
}

/** Two schools cannot be in time for the spring webinars: one was given another day, the other waits for an answer. */
async function laterDeadlines(stage: Stage) {
  at(stage, day(2026, 4, 20))
  const moved = { number: '1.2', window: SPRING }
  const ill = 'С 15 по 29 апреля школа на дистанционном обучении: посмотрим записи вебинаров в мае.'
  await askForLater(stage, 4, { ...moved, until: day(2026, 5, 22), reason: ill })
  await grantLater(stage, 4, { ...moved, until: day(2026, 5, 15), words: 'До 15 мая, записи уже выложены' })
  at(stage, day(2026, 4, 21))
  await askForLater(stage, 2, { ...moved, until: day(2026, 5, 18), reason: 'Два учителя на курсах до 8 мая.' })
}
