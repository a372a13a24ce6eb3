import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { newId } from '../../kernel/id.ts'
import type { SmtpServer } from '../../server/mail/delivery.ts'
import { actForHouse } from '../../server/scope.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { REMIND_BEFORE } from './mail.ts'
import { mailSettings } from './tables.ts'

export type MailKeeping = typeof mailSettings.$inferSelect & { path: string }

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** How letters leave, with the place that it belongs to; nothing where the actor is not above everybody. */
export async function findMailKeeping(work: Work): Promise<MailKeeping | null> {
  const [found] = await work.db
    .select({ setting: mailSettings, path: organisations.path })
    .from(mailSettings)
    .innerJoin(organisations, eq(organisations.id, mailSettings.organisationId))
    .where(visibleTo(work.actor, mailSettings))
    .orderBy(mailSettings.createdAt)
    .limit(1)
  return found ? { ...found.setting, path: found.path } : null
}

/** What holds until the house has laid the settings, in the first seconds of an installation; nothing once they lie. */
export async function findFirstKeeping(work: Work): Promise<MailKeeping | null> {
  const [root] = await work.db
    .select({ id: organisations.id, path: organisations.path })
    .from(organisations)
    .where(and(isNull(organisations.parentId), ne(organisations.kind, 'school'), visibleTo(work.actor, organisations)))
    .orderBy(organisations.createdAt)
    .limit(1)
  if (!root) return null
  const server = { host: '', port: 465, security: 'tls', login: '', sealedPassword: null } as const
  const settings = { id: newId<'mailSetting'>(), way: 'file', ...server, fromAddress: '', rowVersion: 1 } as const
  return {
    ...settings,
    remindBefore: REMIND_BEFORE.usual,
    organisationId: root.id,
    path: root.path,
    createdAt: work.now,
  }
}

/** Whether a mail server is set, for whoever is told by letters: of the settings of the house, that alone. The last read of a request. */
export async function isServerSet(work: Work): Promise<boolean> {
  await actForHouse(work.db)
  const [found] = await work.db
    .select({ way: mailSettings.way })
    .from(mailSettings)
    .orderBy(mailSettings.createdAt)
    .limit(1)
  return found?.way === 'smtp'
}

/** By the house: the settings belong to the root of the tree and move when a region comes above it; nothing before the set-up. */
export async function settleMail(work: Work): Promise<MailKeeping | null> {
  const [root] = await work.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(isNull(organisations.parentId), ne(organisations.kind, 'school')))
    .orderBy(organisations.createdAt)
    .limit(1)
  if (!root) return null
  const known = await findMailKeeping(work)
  if (known?.organisationId === root.id) return known
  if (known) {
    await work.db.update(mailSettings).set({ organisationId: root.id }).where(eq(mailSettings.id, known.id))
  } else {
    await work.db
      .insert(mailSettings)
      .values({ id: newId(), organisationId: root.id, createdAt: work.now })
      .onConflictDoNothing()
  }
  return await findMailKeeping(work)
}

/** The server of these settings; null where its password was sealed under another installation's secret. */
export function serverOf(work: Pick<Work, 'tokenOf'>, keeping: MailKeeping): SmtpServer | null {
  const { host, port, security, login, sealedPassword } = keeping
  const password = sealedPassword === null ? '' : unseal(work, keeping, sealedPassword)
  return password === null ? null : { host, port, security, login, password }
}

/** Sealed under a key that is derived from the installation's secret and lies in no database. */
export function sealPassword(work: Pick<Work, 'tokenOf'>, { id }: Pick<MailKeeping, 'id'>, password: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(work, id), nonce)
  const sealed = Buffer.concat([cipher.update(password, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

function unseal(work: Pick<Work, 'tokenOf'>, { id }: Pick<MailKeeping, 'id'>, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv(CIPHER, keyOf(work, id), bytes.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([opened, decipher.final()]).toString('utf8')
  } catch {
    return null // the tag does not fit: the key is another one
  }
}

function keyOf(work: Pick<Work, 'tokenOf'>, id: string): Buffer {
  return Buffer.from(hkdfSync('sha256', work.tokenOf(`mail-password:${id}`), '', 'opora mail password', 32))
}
