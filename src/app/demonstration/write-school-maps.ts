import type { Writing } from '../../features/school-maps/rows.service.ts'
import { schoolMapsService } from '../../features/school-maps/service.ts'
import type { PersonActor } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { at, directorOf, type Stage, schoolOf } from './acting.ts'

const consultations: Writing = {
  cause: 'Высокая доля обучающихся с рисками учебной неуспешности',
  title: 'Консультации по математике для девятиклассников, не прошедших пробный экзамен',
  indicator: 'Доля прошедших повторный пробный экзамен не ниже 70 %',
  responsible: 'Заместитель директора по учебной работе',
  periodText: 'март – май 2026 года',
  expectedResult: 'Каждый из группы риска занимался не реже раза в неделю',
  proof: ['document', 'file'],
}

const parents: Writing = {
  cause: 'Низкий уровень вовлечённости родителей',
  title: 'Встречи с родителями по классам: чем семья может помочь учёбе',
  indicator: 'Пришли не менее 60 % семей каждого класса',
  responsible: 'Классные руководители',
  periodText: 'апрель, октябрь 2026',
  expectedResult: 'Договорённости с семьями записаны и проверены через месяц',
  proof: ['event'],
}

const lessons: Writing = {
  cause: 'Недостаточная предметная и методическая компетентность педагогических работников',
  title: 'Взаимное посещение уроков русского языка и разбор по единому листу наблюдения',
  indicator: 'Каждый учитель посетил четыре урока коллег',
  responsible: 'Руководитель методического объединения',
  periodText: 'ежемесячно, сентябрь–декабрь 2026',
  expectedResult: 'Листы наблюдения обсуждены, приёмы перенесены в свои уроки',
  proof: ['document'],
}

/** The maps of four schools, each in another state; two schools have not begun. */
export async function writeSchoolMaps(stage: Stage): Promise<void> {
  at(stage, day(2026, 3, 2))
  const approved = await submit(stage, 0, await write(stage, 0, [consultations, parents, lessons]))
  const agreed = await stage.perform(stage.coordinator, (work) => schoolMapsService.agreeSchoolMap(work, approved))
  const order = { orderNumber: '34-у', orderDate: day(2026, 3, 2), onBehalf: null }
  await stage.perform(directorOf(stage, 0), (work) =>
    schoolMapsService.approveSchoolMap(work, { id: agreed.id, rowVersion: agreed.rowVersion, ...order }),
  )

  at(stage, day(2026, 3, 18))
  await submit(stage, 1, await write(stage, 1, [parents, lessons]))
  await giveBack(stage, 2, await write(stage, 2, [{ ...consultations, indicator: '' }, lessons]))
  await write(stage, 3, [{ ...parents, proof: [] }], { writer: stage.coordinator, onBehalf: 'letter' })
}

type Writer = { writer: PersonActor; onBehalf: OnBehalf | null }

async function write(stage: Stage, place: number, rows: Writing[], by?: Writer) {
  const { writer, onBehalf } = by ?? { writer: directorOf(stage, place), onBehalf: null }
  const organisationId = schoolOf(stage, place).id
  return stage.perform(writer, async (work) => {
    const { programmeId } = stage.adopted
    const map = await schoolMapsService.startSchoolMap(work, { programmeId, organisationId, onBehalf })
    for (const change of rows) await schoolMapsService.addMapRow(work, { id: map.id, change, onBehalf })
    return map
  })
}

function submit(stage: Stage, place: number, { id, rowVersion }: Begun) {
  return stage.perform(directorOf(stage, place), (work) =>
    schoolMapsService.submitSchoolMap(work, { id, rowVersion, onBehalf: null }),
  )
}

async function giveBack(stage: Stage, place: number, map: Begun) {
  const { id, rowVersion } = await submit(stage, place, map)
  await stage.perform(stage.coordinator, async (work) => {
    const where = { programmeId: stage.adopted.programmeId, organisationId: schoolOf(stage, place).id }
    const [first] = (await schoolMapsService.loadSchoolMap(work, where)).rows
    const words = 'По чему увидим, что консультации помогли? Возьмите число из пробного экзамена.'
    await schoolMapsService.commentSchoolMap(work, { id, activityId: first?.activityId ?? null, words })
    const reason = 'Допишите показатель у консультаций, остальное хорошо.'
    await schoolMapsService.returnSchoolMap(work, { id, rowVersion, reason })
  })
}

type Begun = Awaited<ReturnType<typeof schoolMapsService.startSchoolMap>>
