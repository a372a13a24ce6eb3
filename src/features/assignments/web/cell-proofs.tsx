import { Button } from '@mantine/core'
import { useState } from 'react'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { hrefOf } from '../../../web/send.ts'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { filesContract } from '../../files/contract.ts'
import type { CellView, ProofView, WindowView } from '../cell-view.ts'
import { AlsoProved } from './also-proved.tsx'
import { words as alsoWords } from './also-words.ts'
import classes from './cell-panel.module.css'
import { words } from './cell-words.ts'
import { assignments } from './client.ts'
import { ShareForm } from './share-form.tsx'
import { SubmitShared } from './submit-shared.tsx'
import { useDoerName } from './use-doer-name.ts'

type Props = { cell: CellView; window: WindowView['window']; proofs: readonly ProofView[] }

/** What proves a window; a withdrawn proof stays, crossed out. */
export function CellProofs({ cell, window, proofs }: Props) {
  if (proofs.length === 0) return null
  return (
    <ul className={classes.proofs}>
      {proofs.map((proof) => (
        <Proof key={proof.id} cell={cell} window={window} proof={proof} />
      ))}
    </ul>
  )
}

function Proof({ cell, window, proof }: Omit<Props, 'proofs'> & { proof: ProofView }) {
  const t = useWords(words)
  const also = useWords(alsoWords)
  const format = useFormat()
  const nameOf = useDoerName()
  const [isSharing, setSharing] = useState(false)
  const withdraw = useChange(assignments.withdrawProof)
  const details = [
    proof.tookPart ? t('proof.tookPart', { who: proof.tookPart }) : '',
    proof.letter ? t('proof.letter', { letter: proof.letter }) : '',
  ].filter((part) => part !== '')
  const origin = [
    format.moment(proof.recordedAt),
    nameOf(proof.recordedBy),
    proof.onBehalf ? t('proof.by.behalf', { way: t(`onBehalf.${proof.onBehalf}`) }) : '',
    proof.withdrawnAt ? t('proof.withdrawn') : '',
  ].filter((part) => part !== '')
  return (
    <li className={classes.proof} data-withdrawn={proof.withdrawnAt !== null}>
      <div>
        <div>
          <What proof={proof} />
        </div>
        {details.length > 0 ? <p>{details.join('; ')}</p> : null}
        {proof.note && proof.form !== 'words' ? <p>{proof.note}</p> : null}
        <p className={classes.soft}>{origin.join(' · ')}</p>
        <AlsoProved also={proof.also} organisationId={cell.organisation.id} programmeId={cell.asked.programmeId} />
        <RefusalNote refusal={withdraw.refusal} onRetry={withdraw.retry} />
      </div>
      <div className={classes.steps}>
        {proof.mayShare && !isSharing ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setSharing(true)}>
            {also('open')}
          </Button>
        ) : null}
        {proof.mayShare && proof.also.length > 0 && !cell.may.recordOnBehalf ? (
          <SubmitShared cell={cell} window={window} proof={proof} />
        ) : null}
        {proof.mayWithdraw ? (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={withdraw.isPending}
            onClick={() => withdraw.run({ id: proof.id, rowVersion: proof.rowVersion })}
          >
            {t('proof.withdraw')}
          </Button>
        ) : null}
      </div>
      {isSharing ? <ShareForm cell={cell} window={window} proof={proof} onDone={() => setSharing(false)} /> : null}
    </li>
  )
}

function What({ proof }: { proof: ProofView }) {
  const format = useFormat()
  const say = useProofWords()
  const { file, url } = proof
  if (file) {
    return (
      <>
        <a href={hrefOf(filesContract.openFile, { id: file.id })} target="_blank" rel="noreferrer">
          {file.name}
        </a>{' '}
        <span className={classes.soft}>{format.bytes(file.size)}</span>
      </>
    )
  }
  if (url) {
    return (
      <a href={url} target="_blank" rel="noreferrer noopener">
        {proof.form === 'link' ? url : say(proof)}
      </a>
    )
  }
  return <>{proof.form === 'words' ? proof.note : say(proof)}</>
}

/** A proof in two words: «Мероприятие 12.03.2024». */
export function useProofWords() {
  const t = useWords(words)
  const format = useFormat()
  return (proof: Pick<ProofView, 'form' | 'heldOn'>) =>
    t(`kind.${proof.form}`, { day: proof.heldOn ? format.dayShort(proof.heldOn) : '' }).trim()
}
