import { chmod, chown, copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/server/postgres/embedded.ts'
import { databaseUser } from '../../src/server/postgres/system-user.ts'
import { makeThrowAwayFolder } from '../../src/server/postgres/throw-away.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import { makeCertificate } from './own-certificate.ts'

/** Addresses of a server that lets nobody in without TLS; `refusedUrl` trusts no certificate but those of the world. */
export type ProtectedServer = {
  superuserUrl: string
  ownerUrl: string
  appUrl: string
  plainUrl: string
  refusedUrl: string
  stop(): Promise<void>
}

/** A server of the test's own under TLS with a certificate of its own; or why there can be none here. */
export async function startProtectedPostgres(): Promise<ProtectedServer | string> {
  const { folder, remove } = await makeThrowAwayFolder('tls')
  const made = makeCertificate(folder)
  if (!made) {
    await remove()
    return 'openssl is not installed'
  }
  const server = await startEmbeddedPostgres({ folder, log: () => undefined, keeping: 'throw-away' })
  const stop = async () => {
    await server.stop()
    await remove()
  }
  try {
    await protect(server.superuserUrl, join(folder, 'postgres'), made)
  } catch (error) {
    await stop()
    if (error instanceof Error && error.message.includes('not supported by this build')) return error.message
    throw error
  }
  const under = (url: string, more: Record<string, string>) => `${url}?${new URLSearchParams(more)}`
  const trusted = { sslmode: 'verify-full', sslrootcert: made.certFile }
  return {
    superuserUrl: under(server.superuserUrl, trusted),
    ownerUrl: under(server.ownerUrl, trusted),
    appUrl: under(server.appUrl, trusted),
    plainUrl: server.appUrl,
    refusedUrl: under(server.appUrl, { sslmode: 'verify-full' }),
    stop,
  }
}

async function protect(superuserUrl: string, cluster: string, made: { certFile: string; keyFile: string }) {
  const user = await databaseUser()
  for (const [file, name] of [
    [made.certFile, 'server.crt'],
    [made.keyFile, 'server.key'],
  ] as const) {
    await copyFile(file, join(cluster, name))
    await chmod(join(cluster, name), 0o600)
    if (user) await chown(join(cluster, name), user.uid, user.gid)
  }
  await withClient(superuserUrl, async (client) => {
    await client.query('alter system set ssl = on')
    await writeFile(join(cluster, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 scram-sha-256\n')
    await client.query('select pg_reload_conf()')
    // The server reads its settings anew in its own time.
    for (let tries = 0; tries < 100; tries++) {
      const { rows } = await client.query('show ssl')
      if (rows[0]?.ssl === 'on') return
      await new Promise((later) => setTimeout(later, 50))
    }
    throw new Error('the server does not take TLS')
  })
}
