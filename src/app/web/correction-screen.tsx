import { CorrectionPage } from '../../features/corrections/web/correction-page.tsx'
import { announce } from '../../web/announce.tsx'
import { useCall } from '../../web/query.ts'
import { RefusalNote } from '../../web/refusal-note.tsx'
import { useChange } from '../../web/use-change.ts'
import { useWords } from '../../web/use-words.ts'
import { TemplateOffer, templateOffers } from './template-offer.tsx'
import { offerWords } from './template-offer-words.ts'

/** The open correction of a road map, and what the template with which the map was begun says otherwise since. */
export function CorrectionScreen() {
  return <CorrectionPage beside={(id) => <Offer id={id} />} />
}

function Offer({ id }: { id: string }) {
  const t = useWords(offerWords)
  const { data } = useCall(templateOffers.findForCorrection, { id })
  const take = useChange(templateOffers.takeIntoCorrection, { onDone: () => announce(t('taken')) })
  const offer = data?.offer
  if (!offer) return null
  return (
    <>
      <RefusalNote refusal={take.refusal} />
      <TemplateOffer
        offer={offer}
        isPending={take.isPending}
        onTake={({ row, rowVersion }) => take.run({ id, row, rowVersion, revision: offer.revision })}
      />
    </>
  )
}
