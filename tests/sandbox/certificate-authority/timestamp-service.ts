import { createPrivateKey, randomBytes, sign } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { buildCms, signedAttributes } from '@/lib/signing/cms/build'
import { type Certificate, readCertificate } from '@/lib/signing/cms/certificate'
import { hash } from '@/lib/signing/cms/check'
import { DIGESTS, OID } from '@/lib/signing/cms/object-identifiers'
import type { Authority } from './demo-keys'
import { keyPem } from './issue'

const POLICY = '1.3.6.1.4.1.99999.1.1'
const GRANTED = 0
const REJECTED = 2

/** Answers a time-stamp query (RFC 3161) in DER with the time given. */
export function answerTimestamp(authority: Authority, query: Uint8Array, at: Date): Uint8Array {
  const request = readQuery(query)
  return request ? answer(GRANTED, tokenFor(authority, request, at)) : answer(REJECTED)
}

/** A token over a value without a query, for tests that need no network. */
export function answerTimestampToken(
  authority: Authority,
  value: Uint8Array,
  at: Date,
): Uint8Array {
  const hashAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 })
  const hashedMessage = new asn1js.OctetString({ valueHex: hash('sha256', [value]) })
  const messageImprint = new pkijs.MessageImprint({ hashAlgorithm, hashedMessage })
  return tokenFor(authority, new pkijs.TimeStampReq({ version: 1, messageImprint }), at)
}

function tokenFor(authority: Authority, request: pkijs.TimeStampReq, at: Date): Uint8Array {
  const certificate = readAuthority(authority.timestamp.certificate.rawData)
  const issuer = readAuthority(authority.issuing.certificate.rawData)
  const content = timestampInfo(request, at)
  const attributes = signedAttributes(certificate, OID.timestampInfo, hash('sha256', [content]))
  const key = createPrivateKey(keyPem(authority.timestamp.key))
  return buildCms({
    chain: [certificate, issuer],
    attributes,
    signature: sign('sha256', attributes, { key, dsaEncoding: 'ieee-p1363' }),
    content: { type: OID.timestampInfo, bytes: content },
  })
}

function readQuery(query: Uint8Array): pkijs.TimeStampReq | null {
  try {
    const request = pkijs.TimeStampReq.fromBER(Uint8Array.from(query))
    return DIGESTS[request.messageImprint.hashAlgorithm.algorithmId] ? request : null
  } catch {
    return null
  }
}

function timestampInfo(request: pkijs.TimeStampReq, at: Date): Uint8Array {
  const wholeSecond = new Date(Math.floor(at.getTime() / 1000) * 1000)
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: request.reqPolicy || POLICY,
    messageImprint: request.messageImprint,
    serialNumber: new asn1js.Integer({ valueHex: Buffer.concat([Buffer.of(1), randomBytes(8)]) }),
    genTime: wholeSecond,
    ...(request.nonce ? { nonce: request.nonce } : {}),
  })
  return new Uint8Array(info.toSchema().toBER())
}

function answer(status: number, token?: Uint8Array): Uint8Array {
  const info = new asn1js.Sequence({ value: [new asn1js.Integer({ value: status })] })
  const parts = token ? [info, asn1js.fromBER(Uint8Array.from(token)).result] : [info]
  return new Uint8Array(new asn1js.Sequence({ value: parts }).toBER())
}

function readAuthority(der: ArrayBuffer): Certificate {
  const certificate = readCertificate(new Uint8Array(der))
  if (!certificate) throw new Error('The authority has lost its certificate')
  return certificate
}
