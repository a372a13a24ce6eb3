import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'

const HOOK = fileURLToPath(new URL('./record-connections.cjs', import.meta.url))

/** What a process is started with so that each connection of its own and of its workers is written into the file. */
export function recordingInto(file: string): { NODE_OPTIONS: string; OPORA_RECORDS_CONNECTIONS: string } {
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require ${HOOK}`,
    OPORA_RECORDS_CONNECTIONS: file,
  }
}

/** Hosts beyond this computer that it asked for. */
export function listHostsOutside(file: string): string[] {
  const hosts = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  return [...new Set(hosts)].filter((host) => !isHere(host))
}

/** Whether the kernel itself can be asked: it sees the database's own processes too, and libraries that are no JavaScript. */
export const kernelTells = spawnSync('strace', ['-V']).status === 0

/** The command before which a program is put so that the kernel's word on all its processes is written into the file; its process id stays the program's. */
export function kernelWritingInto(file: string): string[] {
  const calls = 'connect,sendto,sendmsg,sendmmsg'
  return ['strace', '-D', '-f', '--seccomp-bpf', '--signal=none', '--trace', calls, '--output', file]
}

export type Reached = { address: string; port: number }

/** Every address and port that the kernel was asked to reach, sockets that are files left out. */
export function listReached(file: string): Reached[] {
  const reached = new Map<string, Reached>()
  const found = readFileSync(file, 'utf8').matchAll(
    /sin6?_port=htons\((\d+)\).*?(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/g,
  )
  for (const [, port, address = ''] of found) reached.set(`${address} ${port}`, { address, port: Number(port) })
  return [...reached.values()]
}

export function isHere(host: string): boolean {
  if (['', 'unix', 'localhost', '::1'].includes(host)) return true
  return isIP(host) === 4 && host.startsWith('127.')
}
