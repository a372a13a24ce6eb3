import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useWords } from '../../../web/use-words.ts'
import { type BasisKind, basisKinds } from '../correction.ts'
import type { Grounds } from '../grounds.ts'
import { groundsWords } from '../grounds-words.ts'

/** Grounds as they are typed: on what they rest is chosen, never supposed. */
export type TypedGrounds = Omit<Grounds, 'basisKind'> & { basisKind: BasisKind | null }

export const noGrounds: TypedGrounds = { reason: '', basisKind: null, basis: '' }

const SHORTEST = 3

function isReasonGiven({ reason }: Pick<Grounds, 'reason'>): boolean {
  return reason.trim().length >= SHORTEST
}

/** What may be sent; null while a reason or a choice is missing. */
export function givenGrounds({ basisKind, ...typed }: TypedGrounds): Grounds | null {
  return basisKind && isReasonGiven(typed) ? { ...typed, basisKind } : null
}

type Props = { value: TypedGrounds; onChange: (value: TypedGrounds) => void; isTried: boolean }

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
        required
        value={value.basisKind ?? ''}
        data={[
          { value: '', label: t('basisKind.choose') },
          ...basisKinds.map((one) => ({ value: one, label: t(`basis.${one}`) })),
        ]}
        error={isTried && !value.basisKind ? t('basisKind.error') : null}
        onChange={(event) => {
          const basisKind = basisKinds.find((one) => one === event.currentTarget.value) ?? null
          onChange({ ...value, basisKind })
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
