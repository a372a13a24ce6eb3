import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessContract } from '../../src/features/access/contract.ts'
import { documentsContract } from '../../src/features/documents/contract.ts'
import { messagesContract } from '../../src/features/messages/contract.ts'
import { mailContract } from '../../src/features/messages/mail-contract.ts'
import { registryContract } from '../../src/features/registry/contract.ts'
import { demoOrderDocx } from '../../src/features/road-maps/demo-order.ts'
import { importsContract } from '../../src/features/road-maps/import-contract.ts'
import { upkeepContract } from '../../src/features/upkeep/contract.ts'
import type { Endpoint } from '../../src/kernel/contract.ts'
import { LOGIN, PASSWORD } from '../harness/first-start.ts'
import { startJourney } from '../harness/journey-start.ts'
import { type MailServer, startMailServer } from '../harness/mail-server.ts'
import { newPerson } from '../harness/person.ts'
import { startWatchedProduct } from '../harness/product.ts'
import { isHere, kernelTells, listReached } from '../harness/recorder/connections.ts'
import { routes } from '../harness/screen-looks.ts'

/** Where a computer in a cloud tells its own secrets. */
const METADATA = '169.254.169.254'

const folder = await mkdtemp(join(tmpdir(), 'opora-kernel-'))
const kernelFile = join(folder, 'calls.txt')
const person = newPerson()
let mail: MailServer

// Without a kernel that tells there is nothing to see here: what JavaScript itself reaches is written down in every journey.
if (kernelTells) {
  const journey = startJourney(() => startWatchedProduct(kernelFile))
  const call = <E extends Endpoint>(endpoint: E, input: E['input']['_zod']['input'], upload?: Uint8Array) =>
    person.call(journey.product().url, endpoint, input, upload && { upload })

  beforeAll(async () => {
    mail = await startMailServer()
  })
  afterAll(async () => {
    await mail?.stop()
    await rm(folder, { recursive: true })
  })

  test('from the first start to papers, tables, copies and letters nobody outside is reached but the mail server', async () => {
    const token = journey.product().links[0]?.url.split('#')[1] ?? ''
    const begun = await call(accessContract.setUp, {
      ...{ token, name: 'Лебедева Ольга Николаевна', position: 'методист', authorityName: 'Управление образования' },
      ...{ timeZone: 'Asia/Yekaterinburg', login: LOGIN, password: PASSWORD },
    })
    expect(begun.status).toBe(200)

    const order = (await call(importsContract.importOrder, { name: 'Приказ.docx' }, demoOrderDocx())).body
    const rows = Buffer.from('Краткое название;Вид\nМБОУ «Новая СОШ»;школа\n')
    const table = (await call(registryContract.startRegistryImport, { name: 'Школы.csv' }, rows)).body
    await until('ready', async () => (await call(importsContract.loadImport, { id: order.id })).body.status)
    await until('ready', async () => (await call(registryContract.loadRegistryImport, { id: table.id })).body.status)
    await call(upkeepContract.startBackup, {})
    await until(true, async () => (await call(upkeepContract.loadBackups, {})).body.good !== null)
    await sendByMail()
    await offer(METADATA)
    await seeEverything()
  })

  test('the kernel saw the database and the mail server on this computer, and nobody else', async () => {
    const { url } = journey.product()
    await journey.product().stop()
    const reached = listReached(kernelFile)
    expect(reached.filter(({ address }) => !isHere(address))).toEqual([])
    const ports = new Set(reached.map(({ port }) => port))
    expect(ports.has(mail.port)).toBe(true)
    expect(ports.size).toBe(2)
    expect(ports.has(Number(new URL(url).port))).toBe(false)
  })

  async function until<T>(wanted: T, ask: () => Promise<T>) {
    await expect.poll(ask, { timeout: 120_000, interval: 200 }).toBe(wanted)
  }

  async function sendByMail() {
    // The house lays the settings within a minute of the first start.
    await until(200, async () => (await call(mailContract.loadMail, {})).status)
    const { rowVersion } = (await call(messagesContract.loadLetters, {})).body
    await call(messagesContract.chooseLetters, { rowVersion, email: 'anna@office.example', events: [] })
    await setMail('127.0.0.1')
    expect((await call(mailContract.testMail, {})).status).toBe(200)
    await until(1, async () => mail.received.length)
  }

  /** A server that is none is named as such, and not a byte goes there. */
  async function offer(host: string) {
    await setMail(host)
    const { body } = await call(mailContract.testMail, {})
    const find = async () => (await call(mailContract.loadMail, {})).body.letters.find(({ id }) => id === body.id)
    await until('forbidden-host', async () => (await find())?.fault?.fault ?? '')
  }

  async function setMail(host: string) {
    const { hasPassword: _, ...settings } = (await call(mailContract.loadMail, {})).body.settings
    const wanted = { way: 'smtp', host, port: mail.port, security: 'none', login: '' } as const
    const fromAddress = 'opora@office.example'
    const changed = await call(mailContract.changeMailSettings, { ...settings, ...wanted, fromAddress, password: null })
    expect(changed.status).toBe(200)
  }

  /** Every screen that needs no thing of its own, a paper as .docx and PDF, and a table. */
  async function seeEverything() {
    const { url } = journey.product()
    const page = await journey.enter(`${url}/sign-in`)
    const [name = '', value = ''] = person.cookie.split('=')
    await page.context().addCookies([{ name, value, url }])
    for (const path of routes.filter((one) => !one.includes('$'))) {
      await page.goto(`${url}${path}`)
      await page.locator('h1').first().waitFor()
    }
    const draft = (await call(documentsContract.draftDocument, { kind: 'letter', heading: 'О сроках' })).body
    for (const path of [`documents/${draft.id}/paper?format=docx`, `documents/${draft.id}/paper?format=pdf`]) {
      expect([path, (await page.request.get(`${url}/api/${path}`)).status()]).toEqual([path, 200])
    }
    journey.isQuiet()
  }
}

test.skipIf(kernelTells)('whom the product reaches, as the kernel sees it: strace is not here', () => undefined)
