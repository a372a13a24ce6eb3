import { newId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'

/** Of so many people on one computer it is known that they have signed in there; the last ones count. */
const MOST_ACCOUNTS = 4
const PROOF_LENGTH = 22

type Browser = Pick<Work, 'deviceMark' | 'tokenOf'>

/**
 * The device's own name where its mark proves that this account was entered on it before, else null. A mark opens
 * nothing: guesses from there are only counted apart, so that strangers at any number of addresses keep nobody waiting.
 */
export function findKnownDevice(work: Browser, account: string): string | null {
  const { device, proofs } = readMark(work)
  return proofs.includes(proofOf(work, { device, account })) ? device : null
}

/** From now on this browser is known to the account, beside those that it knew before. Nothing of it is stored with us. */
export function markDevice(work: Browser & Pick<Work, 'setDeviceMark'>, account: string): void {
  const { device, proofs } = readMark(work)
  const proof = proofOf(work, { device, account })
  const others = proofs.filter((one) => one !== proof)
  work.setDeviceMark([device, proof, ...others].slice(0, 1 + MOST_ACCOUNTS).join('.'))
}

function readMark({ deviceMark }: Browser): { device: string; proofs: string[] } {
  const [device, ...proofs] = (deviceMark ?? '').split('.')
  return device ? { device, proofs } : { device: newId<'device'>(), proofs: [] }
}

function proofOf({ tokenOf }: Browser, { device, account }: { device: string; account: string }): string {
  return tokenOf(`device ${device} ${account}`).slice(0, PROOF_LENGTH)
}
