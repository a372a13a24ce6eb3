import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dialog } from './dialog.tsx'
import { RefusalNote } from './refusal-note.tsx'
import type { Refused } from './refused.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props = {
  isOpen: boolean
  /** The question: «Направить дорожную карту школам?» */
  title: string
  /** Who will see it: «Это увидят 6 школ». */
  children: ReactNode
  /** The verb: «Направить школам». */
  confirm: string
  onConfirm: () => void
  onCancel: () => void
  isPending?: boolean
  refusal?: Refused | null
}

/** The sentence before anything that others will see. It stays open until the server has answered. */
export function ConfirmDialog(props: Props) {
  const t = useWords(words)
  const actions = (
    <>
      <Button onClick={props.onCancel}>{t('confirm.cancel')}</Button>
      <Button variant="filled" loading={props.isPending ?? false} onClick={props.onConfirm}>
        {props.confirm}
      </Button>
    </>
  )
  return (
    <Dialog isOpen={props.isOpen} title={props.title} onClose={props.onCancel} actions={actions}>
      {props.children}
      <RefusalNote refusal={props.refusal ?? null} onRetry={props.onConfirm} />
    </Dialog>
  )
}
