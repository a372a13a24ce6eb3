import { readTable } from '../../src/app/read-table.ts'
import { applyRegistry } from '../../src/features/registry/apply-registry.service.ts'
import { registryContract } from '../../src/features/registry/contract.ts'
import { readRegistry } from '../../src/features/registry/read-registry.service.ts'
import { newId } from '../../src/kernel/id.ts'
import type { TestApp } from './app.ts'
import type { Change, Stage } from './changes.ts'

const job = { kind: 'job', name: 'test' } as const

/** Calls that change a table of the register, each on one that was given for it. */
export const registryChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'registry.startRegistryImport': async () => ({
    as: 'coordinator',
    input: { name: 'Школы.csv' },
    upload: csv([
      ['Краткое название', 'Вид'],
      [`МБОУ «${newId()}»`, 'школа'],
    ]),
  }),
  'registry.answerNamesake': async (stage) => {
    const { id, rowVersion } = await givenTable(stage, peopleOf(stage))
    return { as: 'coordinator', input: { id, rowVersion, row: 2, answer: 'another' } }
  },
  'registry.applyRegistryImport': async (stage) => {
    const { id, rowVersion } = await givenTable(stage, newSchools())
    return { as: 'coordinator', input: { id, rowVersion } }
  },
  'registry.abandonRegistryImport': async (stage) => {
    const { id, rowVersion } = await givenTable(stage, newSchools())
    return { as: 'coordinator', input: { id, rowVersion } }
  },
  'registry.invitePeopleOfRegistry': async (stage) => {
    const { id, rowVersion } = await appliedTable(stage, peopleOf(stage, newId()))
    return { as: 'coordinator', input: { id, rowVersion } }
  },
}

/** A table as its sender's browser gives it, read. */
export async function givenTable(app: TestApp, table: string[][] | Uint8Array) {
  const upload = table instanceof Uint8Array ? table : csv(table)
  const name = table instanceof Uint8Array ? 'Таблица.xlsx' : 'Таблица.csv'
  const { body } = await app.as('coordinator').call(registryContract.startRegistryImport, { name }, { upload })
  await app.opora.perform(job, (work) => readRegistry(work, body.id, readTable))
  return (await app.as('coordinator').call(registryContract.loadRegistryImport, { id: body.id })).body
}

export async function appliedTable(app: TestApp, table: string[][] | Uint8Array) {
  const { id, rowVersion } = await givenTable(app, table)
  await app.as('coordinator').call(registryContract.applyRegistryImport, { id, rowVersion })
  await app.opora.perform(job, (work) => applyRegistry(work, id, async () => undefined))
  return (await app.as('coordinator').call(registryContract.loadRegistryImport, { id })).body
}

function newSchools(): string[][] {
  return [
    ['Краткое название', 'Вид'],
    [`МБОУ «${newId()}»`, 'школа'],
  ]
}

function peopleOf({ district }: Stage, surname = 'Заречный'): string[][] {
  return [
    ['Фамилия', 'Имя', 'Роль', 'Организация'],
    [surname, 'director', 'команда школы', district.schools[1]?.shortName ?? ''],
  ]
}

function csv(rows: string[][]): Uint8Array {
  return new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'),
  )
}
