import { useNavigate } from '@tanstack/react-router'
import { DocumentOf } from '../../features/documents/web/document-page.tsx'
import { usePathParam } from '../../web/use-url-state.ts'
import { DocumentGround } from './document-ground.tsx'

/** One paper with the way back to what it was made from; by a letter that came in a task is given, with its number, sender and term. */
export function DocumentScreen() {
  const navigate = useNavigate()
  const id = usePathParam('documentId')
  return (
    <DocumentOf
      id={id}
      ground={<DocumentGround id={id} />}
      onTask={({ id }) => navigate({ to: '/tasks', search: { new: 'yes', letter: id } })}
    />
  )
}
