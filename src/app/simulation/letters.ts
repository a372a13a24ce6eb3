import { taskRecipients, tasks } from '../../features/assignments/tables.ts'
import { documents } from '../../features/documents/tables.ts'
import { activities } from '../../features/road-maps/tables.ts'
import { addDays, type Day, day, dayAt, weekday } from '../../kernel/day.ts'
import { later, TIME_ZONE, workingMoment } from './calendar.ts'
import { carryOut } from './deeds.ts'
import type { District, School } from './district.ts'
import type { Ground } from './house.ts'

const texts: [string, ...string[]] = [
  'Сообщите, сколько учителей пройдут курсы летом и кто из них готов к стажировке.',
  'Назовите дату родительского собрания об итогах четверти.',
  'Подтвердите участие команды школы в областном совещании.',
  'Уточните список учащихся выпускных классов, которым нужны дополнительные занятия: только число.',
  'Пришлите ссылку на раздел сайта школы о проекте сопровождения.',
  'Сообщите о готовности кабинетов к пробной работе.',
]

/** «Поручения» of a year: in three weeks of five a letter from above, to some of the schools, answered by most. */
export function giveTasks(ground: Ground, district: District, year: number): void {
  const { chance, now } = ground
  const today = dayAt(now, TIME_ZONE)
  for (let monday = firstMonday(year); monday < today && monday < day(year, 12, 20); monday = addDays(monday, 7)) {
    const isSummer = monday > day(year, 6, 25) && monday < day(year, 8, 20)
    if (!isSummer && chance.isTrue(0.6)) giveTask(ground, district, monday)
  }
}

function giveTask(ground: Ground, district: District, givenOn: Day): void {
  const { chance, ledger } = ground
  const { authority, coordinator } = district
  const at = workingMoment(chance, givenOn)
  const trace = { organisationId: authority.id, by: coordinator.id, at }
  const text = chance.one(texts)
  const letter = {
    id: chance.id<'document'>(at),
    organisationId: authority.id,
    kind: 'incoming-letter' as const,
    number: `03-02/${chance.whole(100, 999)}`,
    signedOn: addDays(givenOn, -3),
    title: text,
    sender: 'Министерство образования области',
    createdAt: at,
  }
  ledger.add(documents, letter)
  ledger.trace({ ...trace, action: 'document.registered', subjectId: letter.id, after: letter })
  const activityId = chance.id<'activity'>(at)
  ledger.add(activities, { id: activityId, ownerId: authority.id, roadMapId: null, createdAt: at })
  const dueOn = addDays(givenOn, chance.whole(3, 10))
  const owned = { activityId, ownerId: authority.id, text, letterId: letter.id, dueOn, dueTime: '16:00' }
  const task = { ...owned, givenBy: coordinator.id, givenAt: at }
  ledger.add(tasks, task)
  const asked = chance.some(district.schools, Math.ceil(district.schools.length * chance.one([0.25, 0.5, 1])))
  const organisationIds = asked.map(({ place }) => place.id)
  ledger.trace({ ...trace, action: 'task.given', subjectId: activityId, after: { ...task, organisationIds } })
  for (const school of asked) answer(ground, district, { school, activityId, givenOn, dueOn })
}

type Asked = { school: School; activityId: Parameters<typeof carryOut>[1]['activityId']; givenOn: Day; dueOn: Day }

function answer(ground: Ground, district: District, { school, activityId, givenOn, dueOn }: Asked): void {
  const { chance, ledger, now } = ground
  const seenOn = later(chance, givenOn, 2)
  const isSeen = seenOn < dayAt(now, TIME_ZONE) && chance.isTrue(school.diligence)
  const seenAt = isSeen ? workingMoment(chance, addDays(seenOn, 1)) : null
  ledger.add(taskRecipients, {
    activityId,
    organisationId: school.place.id,
    seenAt: seenAt && seenAt < now ? seenAt : null,
  })
  const window = { start: null, end: dueOn }
  const coordinatorId = district.coordinator.id
  carryOut(
    ground,
    { activityId, place: school.place, window, from: addDays(givenOn, 1), to: dueOn, coordinatorId },
    school,
  )
}

function firstMonday(year: number): Day {
  const start = day(year, 1, 12)
  return addDays(start, (8 - weekday(start)) % 7)
}
