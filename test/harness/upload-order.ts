import { type ImportView, importsContract } from '../../src/features/road-maps/import-contract.ts'
import type { TestApp } from './app.ts'

export const demoOrder = { orderNumber: '47', orderDate: '2026-02-09' }

/** Uploads a paper as the coordinator and waits until it is read. */
export async function uploadOrder(app: TestApp, bytes: Uint8Array, name = 'Приказ 47.docx'): Promise<ImportView> {
  const started = await app.as('coordinator').call(importsContract.importOrder, { name }, { upload: bytes })
  if (started.status !== 200) throw new Error(`the upload was refused: ${started.refusal.message}`)
  return await readImport(app, started.body.id)
}

/** The import once its job has ended. */
export async function readImport(app: TestApp, id: ImportView['id']): Promise<ImportView> {
  for (let tries = 0; tries < 100; tries++) {
    const { body } = await app.as('coordinator').call(importsContract.loadImport, { id })
    if (body.status !== 'reading') return body
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the import was never read')
}

export function confirmImport(app: TestApp, { id, rowVersion }: ImportView, order: Partial<typeof demoOrder> = {}) {
  const input = { id, rowVersion, ...demoOrder, ...order }
  return app.as('coordinator').call(importsContract.confirmUnderstanding, input)
}
