import * as z from 'zod'
import { listen } from '../../server/live/listen.ts'
import { CHANNEL, concerns } from './change.ts'

const ChangeSchema = z.object({ by: z.string(), paths: z.array(z.string()) })

type Told = { by: string | null }
type Follower = { paths: readonly string[]; tell(change: Told): void }

export type Changes = {
  /** Tells of every change that concerns these paths, in whichever process it was made; answers with the way to stop. */
  follow(paths: readonly string[], tell: Follower['tell']): () => void
  stop(): Promise<void>
}

export function openChanges(appUrl: string, onError: (error: unknown) => void): Changes {
  const followers = new Set<Follower>()
  const listening = listen(appUrl, CHANNEL, {
    hear(payload) {
      const change = ChangeSchema.parse(JSON.parse(payload)) // our own program said it
      for (const { paths, tell } of followers) if (concerns(change, paths)) tell({ by: change.by })
    },
    missed() {
      for (const { tell } of followers) tell({ by: null })
    },
    onError,
  })
  return {
    follow(paths, tell) {
      const follower = { paths, tell }
      followers.add(follower)
      return () => followers.delete(follower)
    },
    stop: listening.stop,
  }
}
