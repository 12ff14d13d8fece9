import 'reflect-metadata'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import { type DemoHolder, demoHolders } from './demo-holders'
import { type CertificateOrder, type Identity, issue, keyPem } from './issue'

/** Wide enough for a demo clock that is moved by years, yet before 2050, when DER dates change. */
const AUTHORITY_TIME = { from: new Date('2020-01-01'), to: new Date('2049-12-31') }
const HOLDER_TIME = { from: new Date('2024-01-01'), to: new Date('2044-12-31') }

const { KeyUsageFlags } = x509

/** The demo's public key infrastructure: a root, one authority under it, and its time-stamp key. */
export type Authority = { root: Identity; issuing: Identity; timestamp: Identity }

/**
 * Makes the demo's keys and certificates where they are missing and touches none that are there:
 * root (trust-roots.pem holds its certificate too), issuing, tsa, and one pair per holder, all with
 * mode 0600.
 * @param origin where the authority listens, for the addresses of OCSP and CRL in certificates
 */
export async function makeDemoKeys(
  keysDir: string,
  origin = 'http://localhost:3005',
): Promise<Authority> {
  await mkdir(keysDir, { recursive: true, mode: 0o700 })
  const keep = (id: string, order: () => CertificateOrder) => kept(keysDir, id, order)
  const root = await keep('root', rootOrder)
  const trusted = join(keysDir, 'trust-roots.pem')
  if (!existsSync(trusted)) await replaceFile(trusted, `${root.certificate.toString('pem')}\n`)
  const issuing = await keep('issuing', () => issuingOrder(root))
  const timestamp = await keep('tsa', () => timestampOrder(issuing))
  for (const holder of demoHolders) {
    await keep(holder.keyId, () => holderOrder(holder, issuing, origin))
  }
  return { root, issuing, timestamp }
}

/** The holder's order, as the demo has it; tests change parts of it. */
export function holderOrder(
  holder: DemoHolder,
  issuer: Identity,
  origin: string,
): CertificateOrder {
  const { commonName, title, unit, organisation, key } = holder
  return {
    name: [
      ['C', 'VN'],
      ['O', organisation],
      ['OU', unit],
      ...(title ? [['2.5.4.12', title] as const] : []),
      ['CN', commonName],
    ],
    key,
    ...HOLDER_TIME,
    issuer,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation,
        true,
      ),
      new x509.AuthorityInfoAccessExtension({ ocsp: `${origin}/ocsp` }),
      new x509.CRLDistributionPointsExtension([`${origin}/crl`]),
    ],
  }
}

/** An order for a root that signs itself. */
export function rootOrder(): CertificateOrder {
  return {
    name: authorityName('CA gốc trình diễn (DEMO)'),
    key: 'ec',
    ...AUTHORITY_TIME,
    extensions: authorityExtensions(1),
  }
}

/** An order for the authority that issues to people and agencies. */
export function issuingOrder(root: Identity): CertificateOrder {
  return {
    name: authorityName('CA chuyên dùng trình diễn (DEMO)'),
    key: 'ec',
    ...AUTHORITY_TIME,
    issuer: root,
    extensions: authorityExtensions(0),
  }
}

/** An order for a time-stamp authority (RFC 3161 §2.3: one purpose, critical). */
export function timestampOrder(issuing: Identity): CertificateOrder {
  return {
    name: authorityName('Dấu thời gian trình diễn (DEMO)'),
    key: 'rsa',
    ...AUTHORITY_TIME,
    issuer: issuing,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.timeStamping], true),
    ],
  }
}

function authorityName(commonName: string): [string, string][] {
  return [
    ['C', 'VN'],
    ['O', 'Một Cửa Y Tế (DEMO)'],
    ['CN', commonName],
  ]
}

function authorityExtensions(below: number): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(true, below, true),
    new x509.KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ]
}

async function kept(keysDir: string, id: string, order: () => CertificateOrder): Promise<Identity> {
  const place = { certificate: join(keysDir, `${id}.crt.pem`), key: join(keysDir, `${id}.key.pem`) }
  if (existsSync(place.certificate)) return readIdentity(place)
  const { issuer, ...rest } = order()
  const made = await issue(issuer ? { ...rest, issuer } : rest)
  // The chain of a holder ends before the root: whoever checks must have that already.
  const above = issuer && issuer.certificate.subject !== issuer.certificate.issuer
  const chain = above ? [made.certificate, issuer.certificate] : [made.certificate]
  await replaceFile(place.key, keyPem(made.key))
  await replaceFile(place.certificate, chain.map((each) => `${each.toString('pem')}\n`).join(''))
  return made
}

/** Whole or not at all, so that a start that was broken off can be repeated. */
async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`
  await rm(draft, { force: true })
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, file)
}

async function readIdentity(place: { certificate: string; key: string }): Promise<Identity> {
  const { raw } = new X509Certificate(await readFile(place.certificate)) // the first of the chain
  const certificate = new x509.X509Certificate(raw)
  const key = createPrivateKey(await readFile(place.key, 'utf8'))
  const algorithm =
    key.asymmetricKeyType === 'ec'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  return { certificate, key: key.toCryptoKey(algorithm, true, ['sign']) as CryptoKey }
}
