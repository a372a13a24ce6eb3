import { IconBell } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { Disclosure } from '../../../web/disclosure.tsx'
import { Loading } from '../../../web/loading.tsx'
import { useCall } from '../../../web/query.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMay } from '../../access/web/me.ts'
import { bellWords } from '../bell-words.ts'
import { messagesContract } from '../contract.ts'
import classes from './bell.module.css'
import { messagesClient } from './messages-client.ts'

// Its sentences come with the first look at it.
const BellList = lazy(async () => ({ default: (await import('./bell-list.tsx')).BellList }))

/** «Уведомления» in the top line: how many are new, and the list under it. */
export function Bell() {
  const t = useWords(bellWords)
  const may = useMay(messagesContract.listMessages)
  const found = useCall(messagesClient.listMessages, {}, { enabled: may })
  if (!may) return null
  const unread = found.data?.unread ?? 0
  const button = (
    <>
      <IconBell size="var(--icon)" stroke={1.75} aria-hidden="true" />
      {unread > 0 ? <span className={classes.count}>{unread > MOST ? `${MOST}+` : unread}</span> : null}
    </>
  )
  return (
    <Disclosure button={button} label={unread > 0 ? t('title.unread', { count: unread }) : t('title')} look="plain">
      {(close) => (
        <div className={classes.box}>
          <Suspense fallback={<Loading lines={3} />}>
            {found.data ? (
              <BellList messages={found.data.messages} unread={unread} onGo={close} />
            ) : (
              <Loading lines={3} />
            )}
          </Suspense>
        </div>
      )}
    </Disclosure>
  )
}

const MOST = 99
