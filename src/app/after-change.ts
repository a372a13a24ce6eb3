import type { Work } from '../server/work.ts'
import { announceChange } from './live/service.ts'
import { leaveNews } from './messages/tell-news.ts'

/** What every change leaves inside its own transaction: news for people, and a word to open windows. */
export async function afterChange(work: Work): Promise<void> {
  await leaveNews(work)
  await announceChange(work)
}
