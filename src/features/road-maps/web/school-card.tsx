import { Button, NativeSelect, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { DefinitionList } from '../../../web/definition-list.tsx'
import { useDraft } from '../../../web/draft.ts'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { ParticipantView } from '../../programmes/contract.ts'
import { supportVariants } from '../../programmes/programme.ts'
import { programmesClient as programmes } from '../../programmes/web/programmes-client.ts'
import { variantWords } from '../../programmes/words.ts'
import type { DispatchView } from '../contract.ts'
import { roadMaps } from './client.ts'
import { paths } from './paths.ts'
import { words } from './plan-words.ts'
import classes from './school-card.module.css'
import { useRoles } from './use-roles.ts'

type Props = {
  programmeId: string
  school: ParticipantView
  roadMapId: string | null
  dispatch: DispatchView | null
}

/** A school in the project: its variant with its reasons, its plan sent and read. */
export function SchoolCard(props: Props) {
  const t = useWords(words)
  const say = useWords(variantWords)
  const format = useFormat()
  const { school, dispatch } = props
  const isCoordinator = useRoles('municipal_coordinator')
  const isGuide = useRoles('municipal_coordinator', 'curator')
  const by = dispatch?.acknowledgedBy
  return (
    <div className={classes.card}>
      <p>{school.fullName}</p>
      <DefinitionList
        items={[
          { term: t('schools.variant'), value: say(school.variant) },
          { term: t('schools.sent'), value: dispatch && format.moment(dispatch.sentAt) },
          {
            term: t('schools.acknowledged'),
            value:
              dispatch?.acknowledgedAt &&
              (by
                ? t('schools.byWhom', { at: format.moment(dispatch.acknowledgedAt), name: by })
                : format.moment(dispatch.acknowledgedAt)),
          },
        ]}
      />
      {isCoordinator && props.roadMapId && dispatch && !dispatch.acknowledgedAt ? (
        <AcknowledgeFor roadMapId={props.roadMapId} organisationId={school.organisationId} />
      ) : null}
      {isGuide && dispatch ? (
        <p>
          <Link to={paths.packet(props.programmeId, school.organisationId)}>{t('schools.packet')}</Link>
        </p>
      ) : null}
      {isCoordinator ? <ChangeVariant {...props} /> : null}
      <History {...props} />
    </div>
  )
}

function AcknowledgeFor({ roadMapId, organisationId }: { roadMapId: string; organisationId: string }) {
  const t = useWords(words)
  const acknowledge = useChange(roadMaps.acknowledge)
  return (
    <div className={classes.form}>
      <Button loading={acknowledge.isPending} onClick={() => acknowledge.run({ id: roadMapId, organisationId })}>
        {t('schools.acknowledgeFor')}
      </Button>
      <span className={classes.hint}>{t('schools.acknowledgeFor.hint')}</span>
      <RefusalNote refusal={acknowledge.refusal} onRetry={acknowledge.retry} />
    </div>
  )
}

function ChangeVariant({ programmeId, school }: Props) {
  const t = useWords(words)
  const say = useWords(variantWords)
  const draft = useDraft(`variant.${programmeId}.${school.organisationId}`, { variant: '', reason: '' })
  const change = useChange(programmes.changeVariant, { onDone: () => draft.clear() })
  const { reason } = draft.value
  const variant = supportVariants.find((one) => one === draft.value.variant) ?? school.variant
  const run = (rowVersion: number) =>
    change.run({ id: programmeId, organisationId: school.organisationId, rowVersion, variant, reason: reason.trim() })
  return (
    <section className={classes.form}>
      <h3>{t('schools.change')}</h3>
      <NativeSelect
        label={t('schools.variant')}
        value={variant}
        data={supportVariants.map((one) => ({ value: one, label: say(one) }))}
        onChange={(event) => draft.set({ ...draft.value, variant: event.currentTarget.value })}
      />
      <Textarea
        label={t('schools.reason')}
        description={t('schools.reason.hint')}
        autosize
        minRows={2}
        required
        value={reason}
        onChange={(event) => draft.set({ ...draft.value, reason: event.currentTarget.value })}
      />
      <Button
        loading={change.isPending}
        disabled={variant === school.variant || reason.trim().length < 3}
        onClick={() => run(school.rowVersion)}
      >
        {t('schools.save')}
      </Button>
      {change.refusal?.isStale ? (
        <StaleNote
          refusal={change.refusal}
          schema={ParticipantView}
          yours={say(variant)}
          show={(current) => say(current.variant)}
          onKeep={(current) => run(current.rowVersion)}
          onTake={() => change.reset()}
        />
      ) : (
        <RefusalNote refusal={change.refusal} onRetry={change.retry} />
      )}
    </section>
  )
}

function History({ programmeId, school }: Props) {
  const t = useWords(words)
  const say = useWords(variantWords)
  const format = useFormat()
  const found = useCall(programmes.listVariantChanges, { id: programmeId, organisationId: school.organisationId })
  const changes = found.data?.changes ?? []
  if (changes.length === 0) return null
  return (
    <section>
      <h3>{t('schools.history')}</h3>
      <ol className={classes.history}>
        {changes.map((one) => (
          <li key={one.changedAt + one.variant}>
            <strong>{say(`short.${one.variant}`)}</strong>, {format.moment(one.changedAt)}
            {one.changedBy ? `, ${one.changedBy}` : ''}
            <div className={classes.hint}>{one.reason}</div>
          </li>
        ))}
      </ol>
    </section>
  )
}
