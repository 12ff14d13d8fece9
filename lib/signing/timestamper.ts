import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { hash, sameBytes } from './cms/check'
import { OID } from './cms/object-identifiers'
import { readTimestampInfo } from './cms/timestamp-token'

export type TimestampUnavailable = { code: 'timestamp-unavailable'; cause: string }

/** Gives an RFC 3161 token (a CMS in DER) over some bytes, which it sees only as a hash. */
export type Timestamper = (value: Uint8Array) => Promise<Result<Uint8Array, TimestampUnavailable>>

const MAX_ANSWER_BYTES = 64 * 1024
const DEFAULT_TIMEOUT = 10_000

/**
 * A time-stamp authority over HTTP (RFC 3161 §3.4). The answer must be granted, carry our nonce and be
 * about our hash; whether the authority is trusted is asked by `verifyPdf`.
 * @param timeout in milliseconds, for the whole exchange
 */
export function httpTimestamper(url: string, timeout = DEFAULT_TIMEOUT): Timestamper {
  return async (value) => {
    const imprint = hash('sha256', [value])
    const nonce = randomBytes(8)
    nonce[0] = 0x40 | ((nonce[0] ?? 0) & 0x3f) // positive, and never shortened by DER
    try {
      const answer = await exchange(url, request(imprint, nonce), timeout)
      return readAnswer(answer, imprint, nonce)
    } catch (error) {
      return unavailable(error instanceof Error ? `${error.name}: ${error.message}` : 'no answer')
    }
  }
}

function request(imprint: Uint8Array, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const query = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({
        algorithmId: OID.sha256,
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: imprint }),
    }),
    nonce: new asn1js.Integer({ valueHex: nonce }),
    certReq: true,
  })
  return new Uint8Array(query.toSchema().toBER())
}

async function exchange(
  url: string,
  body: Uint8Array<ArrayBuffer>,
  timeout: number,
): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body,
    signal: AbortSignal.timeout(timeout),
  })
  if (!response.ok) throw new Error(`the authority answered ${response.status}`)
  const answer = new Uint8Array(await response.arrayBuffer())
  if (answer.length > MAX_ANSWER_BYTES) throw new Error('the answer is too long')
  return answer
}

function readAnswer(
  answer: Uint8Array,
  imprint: Uint8Array,
  nonce: Uint8Array,
): Result<Uint8Array, TimestampUnavailable> {
  const { result, offset } = asn1js.fromBER(Uint8Array.from(answer))
  if (offset < 0 || !(result instanceof asn1js.Sequence)) return unavailable('not an answer')
  const [status, tokenBlock] = result.valueBlock.value
  const granted = status instanceof asn1js.Sequence && isGranted(status.valueBlock.value[0])
  if (!granted || !tokenBlock) return unavailable('the authority refused')
  const token = tokenBlock.valueBeforeDecodeView
  const info = readTimestampInfo(token)
  const about = sameBytes(info?.imprint ?? null, imprint) && sameBytes(info?.nonce ?? null, nonce)
  return about ? accept(token) : unavailable('the answer is about something else')
}

/** PKIStatus granted (0) or granted with changes (1). */
function isGranted(status: asn1js.BaseBlock | undefined): boolean {
  return status instanceof asn1js.Integer && status.valueBlock.valueDec <= 1
}

function unavailable(cause: string) {
  return refuse({ code: 'timestamp-unavailable', cause } as const)
}
