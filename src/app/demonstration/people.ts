import type { Role } from '../../kernel/actor.ts'

/** Fictional people of a fictional district, with a link for each. `at`: the authority, the region, or the school by its place in the order. A silent one never came in. */
export type DemoPerson = {
  name: string
  position: string
  roles: Role[]
  at: 'authority' | 'region' | number
  isSilent?: true
}

export const coordinator: DemoPerson = {
  name: 'Лебедева Ольга Николаевна',
  position: 'методист Управления образования',
  roles: ['administrator', 'municipal_coordinator'],
  at: 'authority',
}

export const head: DemoPerson = {
  name: 'Рябинина Вера Сергеевна',
  position: 'начальник Управления образования',
  roles: ['authority_head'],
  at: 'authority',
}

export const others: DemoPerson[] = [
  { name: 'Громов Павел Андреевич', position: 'куратор школ', roles: ['curator'], at: 'authority' },
  { name: 'Власова Нина Егоровна', position: 'специалист администрации', roles: ['observer'], at: 'authority' },
  { name: 'Тихонова Алла Борисовна', position: 'методист института', roles: ['regional_methodist'], at: 'region' },
  { name: 'Зимина Ирина Львовна', position: 'администратор Опоры в области', roles: ['administrator'], at: 'region' },
  { name: 'Берёзкина Марина Юрьевна', position: 'директор', roles: ['school_head'], at: 0 },
  { name: 'Ключевский Игорь Олегович', position: 'директор', roles: ['school_head'], at: 1 },
  { name: 'Лугова Татьяна Ивановна', position: 'директор', roles: ['school_head'], at: 2 },
  { name: 'Озёров Сергей Петрович', position: 'директор', roles: ['school_head'], at: 3 },
  { name: 'Зареченская Елена Львовна', position: 'директор', roles: ['school_head'], at: 4 },
  { name: 'Соснина Галина Фёдоровна', position: 'директор', roles: ['school_head'], at: 5, isSilent: true },
  { name: 'Дубов Антон Викторович', position: 'заместитель директора', roles: ['school_team'], at: 0 },
  { name: 'Ракитина Юлия Сергеевна', position: 'учитель математики', roles: ['teacher'], at: 0 },
]
