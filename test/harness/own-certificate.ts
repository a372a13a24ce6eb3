import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
const NAMES = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']

/** A certificate for this computer that only those know who are told of it, and its key; null where there is no `openssl`. */
export function makeCertificate(folder: string): { certFile: string; keyFile: string } | null {
  const [certFile, keyFile] = [join(folder, 'own.crt'), join(folder, 'own.key')]
  const made = spawnSync(
    'openssl',
    ['req', '-x509', ...KEY, ...NAMES, '-days', '2', '-keyout', keyFile, '-out', certFile],
    { stdio: 'ignore' },
  )
  return made.status === 0 ? { certFile, keyFile } : null
}
