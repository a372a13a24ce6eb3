import { Button } from '@mantine/core'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { roadMaps } from './client.ts'
import { words } from './plan-words.ts'
import { useRoles } from './use-roles.ts'

/** «Ознакомлен», said by the school itself. */
export function Acknowledgement({ roadMapId }: { roadMapId: string }) {
  const t = useWords(words)
  const format = useFormat()
  const mayAcknowledge = useRoles('school_head', 'school_team')
  const found = useCall(roadMaps.listDispatches, { id: roadMapId })
  const acknowledge = useChange(roadMaps.acknowledge)
  const [own] = found.data?.dispatches ?? []
  if (!own) return null
  if (own.acknowledgedAt) {
    return <Notice kind="done">{t('plan.acknowledged', { at: format.moment(own.acknowledgedAt) })}</Notice>
  }
  if (!mayAcknowledge) return null
  const button = (
    <Button
      variant="filled"
      loading={acknowledge.isPending}
      onClick={() => acknowledge.run({ id: roadMapId, organisationId: own.organisationId })}
    >
      {t('plan.acknowledge')}
    </Button>
  )
  return (
    <Notice actions={button}>
      {t('plan.acknowledge.hint')}
      <RefusalNote refusal={acknowledge.refusal} onRetry={acknowledge.retry} />
    </Notice>
  )
}
