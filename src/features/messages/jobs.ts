/** Sends whatever waits in the outbox; the letters themselves are the queue, so it carries nothing. */
export const DELIVER_MAIL = 'messages.deliver-mail'
