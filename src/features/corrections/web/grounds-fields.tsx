import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useWords } from '../../../web/use-words.ts'
import { basisKinds } from '../correction.ts'
import type { Grounds } from '../grounds.ts'
import { groundsWords } from '../grounds-words.ts'

export const noGrounds: Grounds = { reason: '', basisKind: 'interview', basis: '' }

const SHORTEST = 3

export function isReasonGiven({ reason }: Pick<Grounds, 'reason'>): boolean {
  return reason.trim().length >= SHORTEST
}

type Props = { value: Grounds; onChange: (value: Grounds) => void; isTried: boolean }

/** Why something in force is corrected, and on what that rests. */
export function GroundsFields({ value, onChange, isTried }: Props) {
  const t = useWords(groundsWords)
  return (
    <>
      <Textarea
        label={t('reason')}
        description={t('reason.hint')}
        required
        autosize
        minRows={2}
        data-autofocus
        value={value.reason}
        error={isTried && !isReasonGiven(value) ? t('reason.error') : null}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('basisKind')}
        value={value.basisKind}
        data={basisKinds.map((one) => ({ value: one, label: t(`basis.${one}`) }))}
        onChange={(event) => {
          const basisKind = basisKinds.find((one) => one === event.currentTarget.value)
          if (basisKind) onChange({ ...value, basisKind })
        }}
      />
      <TextInput
        label={t('basis')}
        description={t('basis.hint')}
        value={value.basis}
        onChange={(event) => onChange({ ...value, basis: event.currentTarget.value })}
      />
    </>
  )
}
