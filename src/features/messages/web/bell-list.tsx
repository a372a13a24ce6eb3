import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { isDay } from '../../../kernel/day.ts'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMe } from '../../access/web/me.ts'
import { bellWords } from '../bell-words.ts'
import type { MessageView } from '../contract.ts'
import { messageWords } from '../message-words.ts'
import { sentenceOf } from '../say-message.ts'
import classes from './bell.module.css'
import { messagesClient } from './messages-client.ts'

type Props = { messages: readonly MessageView[]; unread: number; onGo: () => void }

/** The latest messages; what was new stays marked while the list is open, and is read from then on. */
export function BellList({ messages, unread, onGo }: Props) {
  const t = useWords(bellWords)
  const [fresh] = useState(() => new Set(messages.filter((one) => !one.isRead).map(({ id }) => id)))
  useReading(messages, unread)
  return (
    <>
      <p className={classes.title}>{t('title')}</p>
      {messages.length === 0 ? (
        <div className={classes.none}>
          <p>{t('none')}</p>
          <p>{t('none.next')}</p>
        </div>
      ) : (
        <ul className={classes.list}>
          {messages.map((message) => (
            <Line key={message.id} message={message} isFresh={fresh.has(message.id) || !message.isRead} onGo={onGo} />
          ))}
        </ul>
      )}
      <Link className={classes.choose} to="/settings/notifications" onClick={onGo}>
        {t('choose')}
      </Link>
    </>
  )
}

function Line({ message, isFresh, onGo }: { message: MessageView; isFresh: boolean; onGo: () => void }) {
  const t = useWords(bellWords)
  const say = useWords(messageWords)
  const format = useFormat()
  const { event, number, title, day, organisation, comment, count, remarks, path, at } = message
  const said = { title, organisation, comment, count, remarks, ...(number && { number }), ...(day && { day }) }
  const { key, values } = sentenceOf({ event, said }, (one) => (isDay(one) ? format.day(one) : one))
  return (
    <li className={classes.line} data-fresh={isFresh}>
      <Link to={path} onClick={onGo}>
        {say(key, values).replace(/\.\.$/, '.')}
      </Link>
      <p className={classes.when}>
        {format.moment(at)}
        {isFresh ? ` · ${t('new')}` : ''}
      </p>
    </li>
  )
}

/** An administrator who looks through another's eyes reads nothing in her stead. */
function useReading(messages: readonly MessageView[], unread: number) {
  const { person } = useMe()
  const { run } = useChange(messagesClient.readMessages, { refreshes: [messagesClient.listMessages] })
  const until = messages[0]?.at
  const isToRead = unread > 0 && person.seenBy === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came is read once, and `run` is new each time
  useEffect(() => {
    if (isToRead && until) run({ until })
  }, [isToRead, until])
}
