import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'

/** The page on which the rehearsed rows stand, each at its own place. */
export type RowsPage = { path: string; search?: { step: string } }

export const RowsPageContext = createContext<RowsPage | null>(null)

/** Leads to the row itself, where it is mended. */
export function RowLink({ row, children }: { row: { key: string }; children: ReactNode }) {
  const page = useContext(RowsPageContext)
  if (!page) return children
  return (
    <Link to={page.path} search={page.search ?? {}} hash={`place-${row.key}`}>
      {children}
    </Link>
  )
}
