import { randomInt } from 'node:crypto'
import { inTransaction, type Transaction } from '@/db/client'
import { findPostsOf, getPerson } from '@/db/queries/identity'
import { promiseJobs } from '@/db/queries/jobs'
import {
  type CodeBinding,
  countWrongTry,
  findNewestCodeForUpdate,
  insertCodeMessage,
  insertOneTimeCode,
  markCodeUsed,
  type OneTimeCodeRow,
} from '@/db/queries/one-time-codes'
import type { PersonActor } from '@/lib/identity/actor'
import { takeCodeRequest } from '@/lib/identity/sign-in-limits'
import { keyedHash, sameText } from '@/lib/server/keyed-hash'
import { seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { maskPhone } from '@/lib/shared/masked'
import { accept, type Result, refuse } from '@/lib/shared/result'

const LIFE_MINUTES = 5
const MOST_TRIES = 5

export type CodeRequest = {
  actor: PersonActor
  /** The event the code is for: 'approve', 'authorise-seal'. */
  purpose: string
  /** What exactly is approved; see `approvalSubject` and `sealSubject`. */
  subject: string
}
export type CodeSent = { codeId: string; expiresAt: Date; maskedPhone: string }
export type RequestRefusal =
  | { code: 'no-phone' }
  | { code: 'too-many-codes'; retryAfterSeconds: number }

type Deps = {
  /** Real time: a code lives by the machine's clock, not by the law's. */
  now?: Date
  newCode?: () => string
}

/**
 * Sends a person a six-digit code by SMS, good for one act on one subject for five minutes. Only its
 * keyed hash is kept, and the message holds it sealed. A newer code puts an older one out of force.
 */
export async function requestOneTimeCode(
  { actor, purpose, subject }: CodeRequest,
  { now = new Date(), newCode = sixDigits }: Deps = {},
): Promise<Result<CodeSent, RequestRefusal>> {
  const { allowed, retryAfterSeconds } = await takeCodeRequest(actor.personId)
  if (!allowed) return refuse({ code: 'too-many-codes', retryAfterSeconds })
  return inTransaction(async (tx) => {
    const { phone, locale } = await reach(tx, actor, now)
    if (!phone) return refuse({ code: 'no-phone' })
    const codeId = newId()
    const code = newCode()
    const expiresAt = new Date(now.getTime() + LIFE_MINUTES * 60_000)
    await insertOneTimeCode(tx, {
      id: codeId,
      personId: actor.personId,
      purpose,
      subject,
      codeHash: hashOf(codeId, code),
      createdAt: now,
      expiresAt,
    })
    const params = { sealedCode: seal(code), purpose, minutes: String(LIFE_MINUTES) }
    await promiseMessage(tx, { personId: actor.personId, phone, locale, params, now })
    return accept({ codeId, expiresAt, maskedPhone: maskPhone(phone) })
  })
}

export type CodeRefusal = {
  code: 'code-wrong' | 'code-expired' | 'code-used' | 'too-many-attempts'
}
/** Proof of the human act for the record: which code it was, never the code itself. */
export type CodeProof = { codeId: string; codeHash: string }

/**
 * Spends the newest code for this act. It holds the code's row until the transaction ends: of two who
 * race with one code one is refused. A wrong try is counted in the caller's transaction, so the caller
 * must commit it.
 */
export async function consumeOneTimeCode(
  tx: Transaction,
  { code, ...binding }: CodeBinding & { code: string },
  now: Date = new Date(),
): Promise<Result<CodeProof, CodeRefusal>> {
  const row = await findNewestCodeForUpdate(tx, binding)
  if (!row) return refuse({ code: 'code-wrong' })
  const dead = whyDead(row, now)
  if (dead) return refuse({ code: dead })
  if (!sameText(row.codeHash, hashOf(row.id, code.replace(/\s/g, '')))) {
    await countWrongTry(tx, row.id)
    return refuse({ code: 'code-wrong' })
  }
  await markCodeUsed(tx, row.id, now)
  return accept({ codeId: row.id, codeHash: row.codeHash })
}

function whyDead(row: OneTimeCodeRow, now: Date): CodeRefusal['code'] | undefined {
  if (row.usedAt) return 'code-used'
  if (row.attempts >= MOST_TRIES) return 'too-many-attempts'
  if (row.expiresAt <= now) return 'code-expired'
  return undefined
}

/** Where the code goes: to the telephone of the post an officer acts in, else to the person's own. */
async function reach(tx: Transaction, { personId, capacity }: PersonActor, now: Date) {
  const { phone, locale } = await getPerson(tx, personId)
  if (capacity.kind !== 'officer') return { phone, locale }
  const posts = await findPostsOf(tx, personId, now)
  return { phone: posts.find((post) => post.id === capacity.postId)?.phone ?? null, locale }
}

type Message = {
  personId: string
  phone: string
  locale: 'vi' | 'en'
  params: Record<string, string>
  now: Date
}

async function promiseMessage(tx: Transaction, message: Message): Promise<void> {
  const id = newId()
  await insertCodeMessage(tx, {
    id,
    recipientPersonId: message.personId,
    addressSealed: seal(message.phone),
    locale: message.locale,
    params: message.params,
    messageId: `one-time-code-${id}`,
    createdAt: message.now,
  })
  await promiseJobs(tx, [{ kind: 'send-sms', payload: { messageId: id }, key: `${id}:send-sms` }])
}

function hashOf(codeId: string, code: string): string {
  return keyedHash(`one-time-code:${codeId}`, code)
}

function sixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
