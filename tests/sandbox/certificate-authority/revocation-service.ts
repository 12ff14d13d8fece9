import 'reflect-metadata'
import { createHash } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Authority } from './demo-keys'
import type { Standing } from './revocations'

const NONCE = '1.3.6.1.5.5.7.48.1.2'
const BASIC = '1.3.6.1.5.5.7.48.1.1'
const HOUR = 3_600_000
const DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
}
const MALFORMED = Uint8Array.of(0x30, 0x03, 0x0a, 0x01, 0x01)

export type RevocationState = { standings: Map<string, Standing>; at: Date }

/** Answers an OCSP request (RFC 6960) in DER: good, revoked or unknown. */
export async function answerOcsp(
  authority: Authority,
  query: Uint8Array,
  state: RevocationState,
): Promise<Uint8Array> {
  const request = readRequest(query)
  if (!request) return MALFORMED
  const issuer = pkijs.Certificate.fromBER(authority.issuing.certificate.rawData)
  const nonce = request.tbsRequest.requestExtensions?.find((each) => each.extnID === NONCE)
  const basic = new pkijs.BasicOCSPResponse({ certs: [issuer] })
  basic.tbsResponseData = new pkijs.ResponseData({
    responderID: issuer.subject,
    producedAt: state.at,
    responses: request.tbsRequest.requestList.map(({ reqCert }) =>
      singleResponse(reqCert, isAbout(reqCert, issuer), state),
    ),
    ...(nonce ? { responseExtensions: [nonce] } : {}),
  })
  await basic.sign(authority.issuing.key, 'SHA-256')
  return wrapped(basic)
}

/** The list of revoked certificates (RFC 5280 §5) in DER. */
export async function revocationList(
  authority: Authority,
  { standings, at }: RevocationState,
): Promise<Uint8Array> {
  const entries = [...standings].flatMap(([serialNumber, { revokedAt }]) =>
    revokedAt ? [{ serialNumber, revocationDate: revokedAt }] : [],
  )
  const list = await x509.X509CrlGenerator.create({
    issuer: authority.issuing.certificate.subjectName,
    thisUpdate: at,
    nextUpdate: new Date(at.getTime() + 24 * HOUR),
    entries,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    signingKey: authority.issuing.key,
  })
  return new Uint8Array(list.rawData)
}

function readRequest(query: Uint8Array): pkijs.OCSPRequest | null {
  try {
    return pkijs.OCSPRequest.fromBER(Uint8Array.from(query))
  } catch {
    return null
  }
}

/** Whether a request names our authority: the same serial of another issuer is nothing to us. */
function isAbout(id: pkijs.CertID, issuer: pkijs.Certificate): boolean {
  const digest = DIGESTS[id.hashAlgorithm.algorithmId]
  if (!digest) return false
  const key = issuer.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  const name = new Uint8Array(issuer.subject.toSchema().toBER())
  const same = (asked: asn1js.OctetString, own: Uint8Array) =>
    createHash(digest).update(own).digest().equals(asked.valueBlock.valueHexView)
  return same(id.issuerNameHash, name) && same(id.issuerKeyHash, key)
}

function singleResponse(
  certID: pkijs.CertID,
  ours: boolean,
  { standings, at }: RevocationState,
): pkijs.SingleResponse {
  const serial = Buffer.from(certID.serialNumber.valueBlock.valueHexView).toString('hex')
  const standing = ours ? standings.get(serial) : undefined
  return new pkijs.SingleResponse({
    certID,
    certStatus: certificateStatus(standing, at),
    thisUpdate: at,
    nextUpdate: new Date(at.getTime() + HOUR),
  })
}

/** CertStatus is a choice by tag: [0] good, [1] revoked with its time, [2] unknown. */
function certificateStatus(standing: Standing | undefined, at: Date): asn1js.BaseBlock {
  const tag = (tagNumber: number) => ({ idBlock: { tagClass: 3, tagNumber } })
  if (!standing) return new asn1js.Primitive({ ...tag(2), lenBlock: { length: 1 } })
  const { revokedAt } = standing
  if (!revokedAt || revokedAt > at)
    return new asn1js.Primitive({ ...tag(0), lenBlock: { length: 1 } })
  const moment = new asn1js.GeneralizedTime({ valueDate: revokedAt })
  return new asn1js.Constructed({ ...tag(1), value: [moment] })
}

function wrapped(basic: pkijs.BasicOCSPResponse): Uint8Array {
  const response = new pkijs.OCSPResponse({
    responseStatus: new asn1js.Enumerated({ value: 0 }),
    responseBytes: new pkijs.ResponseBytes({
      responseType: BASIC,
      response: new asn1js.OctetString({ valueHex: basic.toSchema().toBER() }),
    }),
  })
  return new Uint8Array(response.toSchema().toBER())
}
