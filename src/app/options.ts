import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CannotStart } from '../server/cannot-start.ts'

export type StartOptions = {
  host: string
  port: number
  dataFolder: string | null
  publicUrl: string | null
  tls: { cert: Buffer; key: Buffer } | null
  trustProxy: boolean
  /** Update the database even where no copy can be made before. */
  withoutBackup: boolean
  demo: boolean
  json: boolean
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
const DEFAULT_PORT = 8310

/** Reads the options of `npm start`; a host that others reach without TLS is refused with advice. */
export function readStartOptions(args: string[]): StartOptions {
  const { values } = parse(args)
  const tls = tlsOf(values['tls-cert'], values['tls-key'])
  const options: StartOptions = {
    host: values.host ?? '127.0.0.1',
    port: portOf(values.port),
    dataFolder: values.data ?? null,
    publicUrl: values['public-url']?.replace(/\/+$/, '') ?? null,
    tls,
    trustProxy: values['trust-proxy'] ?? false,
    withoutBackup: values['without-backup'] ?? false,
    demo: values.demo ?? false,
    json: values.json ?? false,
  }
  if (LOOPBACK.includes(options.host) || tls || options.trustProxy) return options
  throw new CannotStart(
    `Адрес ${options.host} виден другим компьютерам, а соединение не защищено. ` +
      'Дайте сертификат (--tls-cert и --tls-key) или поставьте Опору за прокси с HTTPS и добавьте --trust-proxy.',
  )
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        'public-url': { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        'trust-proxy': { type: 'boolean' },
        'without-backup': { type: 'boolean' },
        demo: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
  } catch (cause) {
    throw new CannotStart(
      'Не понял параметры запуска. Есть: --demo, --json, --port, --host, --data, --public-url, --tls-cert, --tls-key, --trust-proxy, --without-backup.',
      { cause },
    )
  }
}

function portOf(text: string | undefined): number {
  const port = text === undefined ? DEFAULT_PORT : Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new CannotStart(`--port ${text}: порт — целое число от 0 до 65535.`)
}

function tlsOf(cert: string | undefined, key: string | undefined) {
  if (!cert && !key) return null
  if (!cert || !key) throw new CannotStart('Для защищённого соединения нужны оба файла: --tls-cert и --tls-key.')
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) }
  } catch (cause) {
    throw new CannotStart('Не удалось прочитать файлы сертификата. Проверьте пути и права.', { cause })
  }
}
