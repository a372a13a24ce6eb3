import { Checkbox } from '@mantine/core'
import { type ProofKind, proofKinds } from '../../../kernel/proof.ts'
import { Disclosure } from '../../../web/disclosure.tsx'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../row-words.ts'
import { words } from './import-words.ts'
import classes from './proof-field.module.css'

type Props = { proof: readonly ProofKind[]; onChange: (proof: ProofKind[]) => void }

/** What will prove the activity: one or several kinds. */
export function ProofField({ proof, onChange }: Props) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const chosen = proof.map((one) => say(`proof.${one}`)).join(', ')
  return (
    <Disclosure
      look="plain"
      side="left"
      label={`${t('field.proof')}: ${chosen}`}
      button={<span className={classes.chosen}>{chosen || t('field.empty')}</span>}
    >
      {() => (
        <div className={classes.kinds}>
          {proofKinds.map((kind) => (
            <Checkbox
              key={kind}
              label={say(`proof.${kind}`)}
              checked={proof.includes(kind)}
              onChange={(event) =>
                onChange(proofKinds.filter((one) => (one === kind ? event.currentTarget.checked : proof.includes(one))))
              }
            />
          ))}
        </div>
      )}
    </Disclosure>
  )
}
