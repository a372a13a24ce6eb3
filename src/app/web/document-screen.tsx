import { useNavigate } from '@tanstack/react-router'
import { DocumentOf } from '../../features/documents/web/document-page.tsx'
import { usePathParam } from '../../web/use-url-state.ts'

/** One paper; by a letter that came in a task is given, with its number, sender and term. */
export function DocumentScreen() {
  const navigate = useNavigate()
  return (
    <DocumentOf
      id={usePathParam('documentId')}
      onTask={({ id }) => navigate({ to: '/tasks', search: { new: 'yes', letter: id } })}
    />
  )
}
