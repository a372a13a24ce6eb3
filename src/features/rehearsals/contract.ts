import * as z from 'zod'
import { defineContract, FileAnswer } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { RehearsalView } from './view.ts'

const overseers = ['administrator', 'authority_head', 'municipal_coordinator', 'curator', 'observer'] as const
const coordinators = ['municipal_coordinator'] as const

const ofImport = z.object({ id: idOf<'orderImport'>() })
const ofCorrection = z.object({ id: idOf<'correction'>() })
const ofRoadMap = z.object({ id: idOf<'roadMap'>() })

/** «Проверка перед утверждением»: what a plan would bring, before anybody is bound by it. */
export const rehearsalsContract = defineContract({
  rehearseImport: {
    method: 'GET',
    path: '/imports/:id/rehearsal',
    callers: coordinators,
    input: ofImport,
    output: RehearsalView,
  },
  exportImportRehearsal: {
    method: 'GET',
    path: '/imports/:id/rehearsal.xlsx',
    callers: coordinators,
    input: ofImport,
    output: FileAnswer,
    download: true,
  },
  rehearseRoadMap: {
    method: 'GET',
    path: '/road-maps/:id/rehearsal',
    callers: overseers,
    input: ofRoadMap,
    output: RehearsalView,
  },
  exportRoadMapRehearsal: {
    method: 'GET',
    path: '/road-maps/:id/rehearsal.xlsx',
    callers: overseers,
    input: ofRoadMap,
    output: FileAnswer,
    download: true,
  },
  /** Of the map in force with the changes of an open correction. */
  rehearseCorrection: {
    method: 'GET',
    path: '/corrections/:id/rehearsal',
    callers: coordinators,
    input: ofCorrection,
    output: RehearsalView,
  },
  exportCorrectionRehearsal: {
    method: 'GET',
    path: '/corrections/:id/rehearsal.xlsx',
    callers: coordinators,
    input: ofCorrection,
    output: FileAnswer,
    download: true,
  },
})
