import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import type { MailFault } from './delivery.ts'

/** Addresses at which no mail server lives: a machine's own services for itself and its cloud, groups, and nowhere. */
const never = new BlockList()
never.addSubnet('0.0.0.0', 8, 'ipv4')
never.addSubnet('169.254.0.0', 16, 'ipv4')
never.addSubnet('224.0.0.0', 3, 'ipv4')
never.addAddress('100.100.100.200', 'ipv4')
never.addAddress('168.63.129.16', 'ipv4')
never.addAddress('::', 'ipv6')
never.addAddress('fd00:ec2::254', 'ipv6')
never.addSubnet('fe80::', 10, 'ipv6')
never.addSubnet('ff00::', 8, 'ipv6')

/** The address behind the name, looked up once and judged before anything is said to it. */
export async function findMailHost(host: string): Promise<{ address: string } | MailFault> {
  const found = await lookup(host).catch((error: unknown) => (error instanceof Error ? error : new Error('no answer')))
  if (found instanceof Error) return { fault: 'no-such-host', detail: host }
  if (isForbidden(found.address)) return { fault: 'forbidden-host', detail: found.address }
  return { address: found.address }
}

export function isForbidden(address: string): boolean {
  const mapped = /^::ffff:(.+)$/i.exec(address)?.[1]
  if (mapped && isIP(mapped) === 4) return never.check(mapped, 'ipv4')
  return never.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
