import type { Page } from 'playwright-core'
import { accessContract } from '../../src/features/access/contract.ts'
import { correctionsContract } from '../../src/features/corrections/contract.ts'
import { documentsContract } from '../../src/features/documents/contract.ts'
import { registryContract } from '../../src/features/registry/contract.ts'
import { roadMapsContract } from '../../src/features/road-maps/contract.ts'
import { demoOrderDocx } from '../../src/features/road-maps/demo-order.ts'
import { importsContract } from '../../src/features/road-maps/import-contract.ts'
import { schoolMapsContract } from '../../src/features/school-maps/contract.ts'
import { templatesContract } from '../../src/features/templates/contract.ts'
import { type Endpoint, type InputOf, type OutputOf, requestOf } from '../../src/kernel/contract.ts'

/** What stands in the addresses of the demonstration's screens. */
export type Places = Record<
  'roadMap' | 'template' | 'order' | 'table' | 'person' | 'programme' | 'school' | 'draft' | 'letter' | 'correction',
  string
>

/** What the demonstration has, and what a coordinator makes of it in her own browser: an open correction, a draft, a letter. */
export async function findPlaces(page: Page): Promise<Places> {
  const { roadMaps } = await ask(page, roadMapsContract.listRoadMaps, {})
  const { people } = await ask(page, accessContract.listPeople, {})
  const { maps } = await ask(page, schoolMapsContract.listSchoolMaps, {})
  const { templates } = await ask(page, templatesContract.listTemplates, {})
  const [roadMap, map, template] = [roadMaps[0], maps[0], templates[0]]
  const person = people.find(({ name }) => name.startsWith('Громов'))
  if (!roadMap || !map || !template || !person)
    throw new Error('the demonstration has no road map, no map of a school, no template or no curator')
  const order = await ask(page, importsContract.importOrder, { name: 'Приказ.docx' }, demoOrderDocx())
  const rows = 'Краткое название;Вид\nМБОУ «Новая СОШ»;школа\nМБОУ «Непонятная»;дворец\n'
  const table = await ask(page, registryContract.startRegistryImport, { name: 'Школы.csv' }, Buffer.from(rows))
  const draft = await ask(page, documentsContract.draftDocument, { kind: 'order', heading: 'О сопровождении школ' })
  const letter = await ask(
    page,
    documentsContract.receiveLetter,
    { name: 'Письмо.pdf', sender: 'Министерство просвещения области', title: 'О сроках сдачи отчётов' },
    Buffer.from('%PDF-1.4\n%%EOF\n'),
  )
  const correction = await ask(page, correctionsContract.startCorrection, {
    roadMapId: roadMap.id,
    reason: 'Семинар перенесён',
    basisKind: 'other',
    basis: '',
  })
  await untilRead(() => ask(page, importsContract.loadImport, { id: order.id }))
  await untilRead(() => ask(page, registryContract.loadRegistryImport, { id: table.id }))
  return {
    roadMap: roadMap.id,
    template: template.key,
    order: order.id,
    table: table.id,
    person: person.id,
    programme: map.programmeId,
    school: map.organisationId,
    draft: draft.id,
    letter: letter.id,
    correction: correction.id,
  }
}

async function untilRead(load: () => Promise<{ status: string }>) {
  for (let tries = 0; tries < 100; tries++) {
    if ((await load()).status !== 'reading') return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error('the file was never read')
}

/** A call as the page itself makes it, in the name of whoever has signed in there. */
async function ask<E extends Endpoint>(
  page: Page,
  endpoint: E,
  input: InputOf<E>,
  file?: Uint8Array,
): Promise<OutputOf<E>> {
  const { path, body } = requestOf(endpoint, input)
  const call = { method: endpoint.method, path, body, file: file ? Buffer.from(file).toString('base64') : null }
  const { status, text } = await page.evaluate(async ({ method, path, body, file }) => {
    const bytes = file === null ? null : Uint8Array.from(atob(file), (one) => one.charCodeAt(0))
    const headers: Record<string, string> = { accept: 'application/json', 'idempotency-key': crypto.randomUUID() }
    if (body !== null) headers['content-type'] = 'application/json'
    if (bytes) headers['content-type'] = 'application/octet-stream'
    const answer = await fetch(path, { method, headers, body: bytes ?? (method === 'GET' ? null : body) })
    return { status: answer.status, text: await answer.text() }
  }, call)
  if (status !== 200) throw new Error(`${endpoint.method} ${path}: ${status} ${text}`)
  return JSON.parse(text)
}
