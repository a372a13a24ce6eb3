import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from '../file-store.ts'
import type { Delivery } from './delivery.ts'

/** Where letters lie that leave by nobody's server: beside the files. */
export function outboxFolder({ folder }: Pick<FileStore, 'folder'>): string {
  return join(dirname(folder), 'outbox')
}

/** Puts the letter into the folder, whole or not at all; done twice, it lies there once. */
export async function deliverByFile(folder: string, name: string, letter: Buffer): Promise<Delivery> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, `${name}.eml`)
    const half = `${path}.half`
    const handle = await open(half, 'w', 0o600)
    try {
      await handle.writeFile(letter)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(half, path)
    return { kind: 'sent' }
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      return { kind: 'later', fault: 'folder-closed', detail: String(error.code) }
    }
    throw error
  }
}

/** Null where it was taken away. */
export async function readLetterFile(folder: string, name: string): Promise<Buffer | null> {
  return await readFile(join(folder, `${name}.eml`)).catch(nothingThere)
}

/** Safe to repeat. */
export async function removeLetterFile(folder: string, name: string): Promise<void> {
  await rm(join(folder, `${name}.eml`), { force: true })
}

function nothingThere(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
