import { X509Certificate } from 'node:crypto'

/** What a certificate says of itself. Days are those of its validity. */
export type CertificateFacts = { serial: string; owner: string; issuer: string; from: string | null; to: string | null }

/** What the certificate in a detached signature (CAdES, .sig or .p7s) says of itself; null where there is none. */
export function certificateIn(bytes: Uint8Array): CertificateFacts | null {
  const der = derOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (der === null || !der.subarray(0, 64).includes(SIGNED_DATA)) return null
  const found = certificatesIn(der)
  // A chain holds the issuers' certificates too: whoever signed is nobody's issuer.
  const issuers = new Set(found.filter((one) => one.subject !== one.issuer).map(({ issuer }) => issuer))
  const own = found.find(({ subject }) => !issuers.has(subject)) ?? found[0]
  return own ? factsOf(own) : null
}

const SEQUENCE = 0x30
/** 1.2.840.113549.1.7.2: signed data. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex')
/** Version 3, as it stands in every certificate after the heads of its two outer sequences. */
const VERSION = Buffer.from('a003020102', 'hex')
const MOST_CERTIFICATES = 20

/** Base64 with or without its frame is the same signature. */
function derOf(file: Buffer): Buffer | null {
  if (file[0] === SEQUENCE) return file
  const text = file.toString('latin1').replace(/-----[A-Z0-9 ]+-----/g, '')
  if (!/^[A-Za-z0-9+/=\s]+$/.test(text)) return null
  const decoded = Buffer.from(text, 'base64')
  return decoded[0] === SEQUENCE ? decoded : null
}

/** Programs nest them with lengths of either kind; a certificate itself is always written the one way. */
function certificatesIn(der: Buffer): X509Certificate[] {
  const found: X509Certificate[] = []
  let at = der.indexOf(VERSION)
  while (at >= 0 && found.length < MOST_CERTIFICATES) {
    // Both heads say lengths of two bytes: 30 82 LL LL 30 82 LL LL.
    const start = at - 8
    if (start >= 0 && der[start] === SEQUENCE && der[start + 1] === 0x82) {
      found.push(...readCertificate(der.subarray(start, start + 4 + der.readUInt16BE(start + 2))))
    }
    at = der.indexOf(VERSION, at + VERSION.length)
  }
  return found
}

function readCertificate(der: Buffer): X509Certificate[] {
  try {
    return [new X509Certificate(der)]
  } catch {
    return [] // what OpenSSL cannot read is no certificate to us
  }
}

function factsOf({ serialNumber, subject, issuer, validFrom, validTo }: X509Certificate): CertificateFacts {
  const days = { from: dayIn(validFrom), to: dayIn(validTo) }
  return { serial: serialNumber, owner: nameIn(subject), issuer: nameIn(issuer), ...days }
}

/** The surname and name where the certificate has them, else the common name, else all of it. */
function nameIn(subject: string): string {
  const field = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(subject)?.[1]
  const person = [field('SN'), field('GN')].filter((one) => one !== undefined).join(' ')
  return (person || field('CN') || subject.replaceAll('\n', ', ')).slice(0, 400)
}

function dayIn(moment: string): string | null {
  const parsed = Date.parse(moment)
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString().slice(0, 10)
}
