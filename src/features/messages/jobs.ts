/** Sends whatever waits in the outbox; the letters themselves are the queue, so it carries nothing. */
export const DELIVER_MAIL = 'messages.deliver-mail'

/** Tells people of what was done; payload `{ entryIds }`, numbers of audit entries with commas between. */
export const TELL_NEWS = 'messages.tell-news'
