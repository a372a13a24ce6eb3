import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { type ProofKind, proofKinds, schoolProofKinds } from '../../../kernel/proof.ts'
import { Disclosure } from '../../../web/disclosure.tsx'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../row-words.ts'
import { words } from './import-words.ts'
import classes from './proof-field.module.css'

type Props = {
  proof: readonly ProofKind[]
  onChange: (proof: ProofKind[]) => void
  /** A school is offered what it can show by itself, after what its row has already. */
  by?: 'authority' | 'school'
}

/** What will prove the activity: one or several kinds. */
export function ProofField({ proof, onChange, by = 'authority' }: Props) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const chosen = proof.map((one) => say(`proof.${one}`)).join(', ') || t('field.empty')
  return (
    <Disclosure
      look="plain"
      side="left"
      label={`${t('field.proof')}: ${chosen}`}
      button={<span className={classes.chosen}>{chosen}</span>}
    >
      {() =>
        by === 'school' ? (
          <KindsOfSchool proof={proof} onChange={onChange} />
        ) : (
          <Kinds kinds={proofKinds} proof={proof} onChange={onChange} />
        )
      }
    </Disclosure>
  )
}

/** What the row had when it was opened stays above, whatever is pressed. */
function KindsOfSchool({ proof, onChange }: Props) {
  const t = useWords(words)
  const [first] = useState(() => proofKinds.filter((kind) => proof.includes(kind)))
  const others = schoolProofKinds.filter((kind) => !first.includes(kind))
  return (
    <div className={classes.kinds}>
      {first.length > 0 ? <Kinds kinds={first} proof={proof} onChange={onChange} /> : null}
      {first.length > 0 ? <p className={classes.others}>{t('field.proof.others')}</p> : null}
      <Kinds kinds={others} proof={proof} onChange={onChange} />
    </div>
  )
}

function Kinds({ kinds, proof, onChange }: Props & { kinds: readonly ProofKind[] }) {
  const say = useWords(rowWords)
  return (
    <div className={classes.kinds}>
      {kinds.map((kind) => (
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
  )
}
