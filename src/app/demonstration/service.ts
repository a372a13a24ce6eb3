import { prolongSessions } from '../../features/access/sessions.service.ts'
import { record } from '../../features/audit/service.ts'
import { demoOrderDocx } from '../../features/road-maps/demo-order.ts'
import { done } from '../../kernel/contract.ts'
import type { MovableClock } from '../../server/clock.ts'
import { actForHouse } from '../../server/scope.ts'
import type { Service } from '../../server/work.ts'
import type { demonstrationContract } from './contract.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The clock is moved for everybody in the demonstration; nobody is signed out by it. */
export function demonstrationService(clock: MovableClock): Service<typeof demonstrationContract> {
  return {
    async moveClock(work, { today }) {
      const moment = new Date(`${today}T06:00:00Z`)
      await actForHouse(work.db)
      await prolongSessions(work, moment)
      await record(work, { action: 'demonstration.clock-moved', subjectId: work.requestId, after: { today } })
      clock.moveTo(moment)
      return done
    },

    async downloadOrder() {
      return { name: 'Приказ № 47 (пример).docx', type: DOCX, bytes: demoOrderDocx() }
    },
  }
}
