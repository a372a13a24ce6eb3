import { createContext, useContext } from 'react'
import type { ImportView } from '../import-contract.ts'
import type { Understanding } from '../understanding.ts'
import type { Editing } from './use-editing.ts'

export type OpenImport = { view: ImportView; understanding: Understanding; editing: Editing }

export const ImportContext = createContext<OpenImport | null>(null)

/** The import on the screen, with the way to change its understanding. */
export function useImport(): OpenImport {
  const found = useContext(ImportContext)
  if (!found) throw new Error('no import around this part of the screen')
  return found
}
