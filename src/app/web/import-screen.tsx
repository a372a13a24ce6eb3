import { useImport } from '../../features/road-maps/web/import-context.ts'
import { ImportPage } from '../../features/road-maps/web/import-page.tsx'
import { announce } from '../../web/announce.tsx'
import { refresh, useCall } from '../../web/query.ts'
import { useWords } from '../../web/use-words.ts'
import type { OfferedRowView } from '../template-offers/contract.ts'
import { TemplateOffer, templateOffers } from './template-offer.tsx'
import { offerWords } from './template-offer-words.ts'

/** An import, and what the template with which it was begun says otherwise since. */
export function ImportScreen() {
  return <ImportPage beside={<Offer />} />
}

function Offer() {
  const t = useWords(offerWords)
  const { view, editing } = useImport()
  const { data } = useCall(templateOffers.findForImport, { id: view.id })
  const offer = data?.offer
  if (!offer) return null
  const take = ({ row, title }: OfferedRowView) =>
    editing.edit({
      send: async (edit) => {
        const answer = await templateOffers.takeIntoImport({ ...edit, revision: offer.revision, row })
        await refresh([templateOffers.findForImport])
        announce(t('taken'))
        return answer
      },
      name: t('name'),
      yours: title,
      read: () => '',
    })
  return <TemplateOffer offer={offer} isPending={editing.isPending} onTake={take} />
}
