import 'reflect-metadata'
import { KeyObject, randomBytes, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(webcrypto as unknown as Crypto)

/** A certificate with its private key. */
export type Identity = { certificate: x509.X509Certificate; key: CryptoKey }

export type CertificateOrder = {
  /** Parts of the name, most general first; each becomes a name part of its own. */
  name: readonly (readonly [type: string, text: string])[]
  key: 'rsa' | 'ec'
  from: Date
  to: Date
  extensions: x509.Extension[]
  /** Without an issuer the certificate signs itself. */
  issuer?: Identity
}

const ALGORITHMS = {
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: Uint8Array.of(1, 0, 1),
    modulusLength: 2048,
  },
  ec: { name: 'ECDSA', namedCurve: 'P-256' },
} as const

/** Makes a key and issues its certificate. */
export async function issue(order: CertificateOrder): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(ALGORITHMS[order.key], true, ['sign', 'verify'])
  const subject = new x509.Name(
    order.name.map(([type, text]) => ({ [type]: [encoded(type, text)] })),
  )
  const issuer = order.issuer?.certificate
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `4d${randomBytes(15).toString('hex')}`, // a first byte below 80 keeps it positive
    subject: subject.toString() === '' ? '' : subject,
    issuer: issuer?.subjectName ?? subject,
    notBefore: order.from,
    notAfter: order.to,
    signingAlgorithm: { name: algorithmOf(order), hash: 'SHA-256' },
    publicKey: keys.publicKey,
    signingKey: order.issuer?.key ?? keys.privateKey,
    extensions: [
      ...order.extensions,
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ...(issuer ? [await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey)] : []),
    ],
  })
  return { certificate, key: keys.privateKey }
}

/** The private key as PKCS#8 in PEM. */
export function keyPem(key: CryptoKey): string {
  const object = KeyObject.from(key as webcrypto.CryptoKey)
  return object.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function algorithmOf({ issuer, key }: CertificateOrder): string {
  return issuer?.key.algorithm.name ?? ALGORITHMS[key].name
}

function encoded(type: string, text: string): x509.JsonAttributeObject {
  return type === 'C' ? { printableString: text } : { utf8String: text }
}
