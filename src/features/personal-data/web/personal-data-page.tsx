import { idOf, type PersonId } from '../../../kernel/id.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { dataFormats, personalDataContract } from '../contract.ts'
import { personalDataWords } from '../screen-words.ts'
import { personalDataClient } from './client.ts'
import { DestroyedData } from './destroyed-data.tsx'
import { DestructionForm } from './destruction-form.tsx'
import classes from './personal-data.module.css'
import { type PersonData, Places } from './places.tsx'

const WATCH_MS = 2000

/** All that is kept of one person: to read, to take away, and to destroy by an act. */
export function PersonalDataPage() {
  const t = useWords(personalDataWords)
  const id = idOf<'person'>().parse(usePathParam('personId'))
  const loaded = useCall(personalDataClient.loadPersonData, { id })
  const isUnderWay = loaded.data?.act?.doneAt === null
  useCall(personalDataClient.loadPersonData, { id }, { enabled: isUnderWay, every: isUnderWay && WATCH_MS })
  return (
    <Page
      title={t('title', { name: loaded.data?.name ?? '…' })}
      crumbs={[{ label: t('people'), path: '/settings/people' }]}
    >
      <Loaded call={loaded}>
        {(data) => (
          <div className={classes.parts}>
            <Kept id={id} kept={data.kept} />
            {data.act ? <DestroyedData id={id} act={data.act} /> : <DestructionForm id={id} data={data} />}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Kept({ id, kept }: { id: PersonId; kept: PersonData['kept'] }) {
  const t = useWords(personalDataWords)
  return (
    <section className={classes.part}>
      <h2>{t('kept.title')}</h2>
      <p>{t('kept.text')}</p>
      <p className={classes.links}>
        {dataFormats.map((format) => (
          <a key={format} href={hrefOf(personalDataContract.exportPersonData, { id, format })} download>
            {t(`kept.${format}`)}
          </a>
        ))}
      </p>
      <Places caption={t('kept.title')} places={kept} />
    </section>
  )
}
