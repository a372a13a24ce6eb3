import type { Work } from '../../server/work.ts'
import { REMIND_BEFORE } from './mail.ts'
import { findMailKeeping } from './mail-settings.service.ts'

/** How many working days before a deadline somebody is reminded of it. */
export async function loadRemindBefore(work: Work): Promise<number> {
  return (await findMailKeeping(work))?.remindBefore ?? REMIND_BEFORE.usual
}
