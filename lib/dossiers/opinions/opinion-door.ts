import { randomInt } from 'node:crypto'
import { db, inTransaction } from '@/db/client'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { promiseJobs } from '@/db/queries/jobs'
import { insertLetter } from '@/db/queries/notifications'
import {
  changeOpinionRequest,
  countCodeTry,
  findOpinionByToken,
  findOpinionForUpdate,
  type OpinionRequestRow,
} from '@/db/queries/opinion-requests'
import { takePoint } from '@/db/queries/rate-limits'
import { openOpinionSession, opinionTokenHash } from '@/lib/dossiers/opinions/opinion-link'
import { type OpinionStanding, opinionStanding } from '@/lib/dossiers/opinions/opinion-standing'
import { keyedHash, sameText } from '@/lib/server/keyed-hash'
import { seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { maskEmail } from '@/lib/shared/masked'
import { accept, type Result, refuse } from '@/lib/shared/result'

const LIFE_MINUTES = 10
const MOST_TRIES = 5
/** A link that nobody has is knocked on from one address so often, then no more for a while. */
const GUESSES = { name: 'opinion-guess', points: 30, seconds: 10 * 60 }
const CODES = { name: 'opinion-code', points: 5, seconds: 10 * 60 }
const TOKEN = /^[A-Za-z0-9_-]{43}$/

export type Gone = { code: 'not-found' } | { code: 'too-many-codes' }
export type FoundOpinion = {
  request: OpinionRequestRow
  dossier: DossierRow
  standing: OpinionStanding
}

/** What the page may say to whoever holds the link, before they have shown that the mailbox is theirs. */
export type OpinionDoor = { standing: OpinionStanding; maskedEmail: string }

export async function knockOnOpinion(
  token: string,
  { at, address }: { at: Date; address: string },
): Promise<Result<OpinionDoor, Gone>> {
  const found = await findBehindLink(token, { at, address })
  if (!found.ok) return found
  const { request, standing } = found.value
  return accept({ standing, maskedEmail: maskEmail(request.email) })
}

/** Sends a code to the unit's mailbox; a newer one puts the older out of force. */
export async function requestOpinionCode(
  token: string,
  { at, address }: { at: Date; address: string },
  { newCode = sixDigits }: { newCode?: () => string } = {},
): Promise<Result<undefined, Gone | { code: 'opinion-void' }>> {
  const found = await findBehindLink(token, { at, address })
  if (!found.ok) return found
  if (!isOpen(found.value)) return refuse({ code: 'opinion-void' })
  const { request } = found.value
  if (!(await takePoint(CODES, request.id)).allowed) return refuse({ code: 'too-many-codes' })
  const now = new Date()
  const [code, id] = [newCode(), newId()]
  await inTransaction(async (tx) => {
    await changeOpinionRequest(tx, request.id, {
      codeHash: codeHash(request.id, code),
      codeExpiresAt: new Date(now.getTime() + LIFE_MINUTES * 60_000),
      codeTries: 0,
    })
    await insertLetter(tx, {
      id,
      kind: 'opinion-code',
      addressSealed: seal(request.email),
      locale: 'vi',
      params: { sealedCode: seal(code), minutes: String(LIFE_MINUTES) },
      messageId: `opinion-code-${id}`,
      createdAt: now,
    })
    const key = `send-mail:${id}`
    await promiseJobs(tx, [{ kind: 'send-mail', payload: { messageId: id }, key }])
  })
  return accept(undefined)
}

type EnterRefusal = Gone | { code: 'code-wrong' | 'code-expired' | 'too-many-attempts' }

/** Spends the code and opens an hour on this one request. */
export async function enterOpinion(
  token: string,
  code: string,
  where: { at: Date; address: string },
): Promise<Result<{ session: string }, EnterRefusal>> {
  const found = await findBehindLink(token, where)
  if (!found.ok) return found
  return inTransaction(async (tx) => {
    const request = await findOpinionForUpdate(tx, found.value.request.id)
    const now = new Date()
    if (!request?.codeHash || !request.codeExpiresAt) return refuse({ code: 'code-wrong' })
    if (request.codeTries >= MOST_TRIES) return refuse({ code: 'too-many-attempts' })
    if (request.codeExpiresAt <= now) return refuse({ code: 'code-expired' })
    if (!sameText(request.codeHash, codeHash(request.id, code.replace(/\s/g, '')))) {
      await countCodeTry(tx, request.id)
      return refuse({ code: 'code-wrong' })
    }
    await changeOpinionRequest(tx, request.id, { codeHash: null, codeExpiresAt: null })
    return accept({ session: openOpinionSession(request.id, now) })
  })
}

/** The request behind a link; a link that nobody has counts as a guess. */
export async function findBehindLink(
  token: string,
  { at, address }: { at: Date; address: string },
): Promise<Result<FoundOpinion, Gone>> {
  const request = TOKEN.test(token)
    ? await findOpinionByToken(db, opinionTokenHash(token))
    : undefined
  const dossier = request && (await findDossier(db, request.dossierId))
  if (request && dossier) {
    const standing = opinionStanding(request, { dossierState: dossier.state, at })
    return accept({ request, dossier, standing })
  }
  const guess = await takePoint(GUESSES, keyedHash('rate-limit', address))
  return refuse({ code: guess.allowed ? 'not-found' : 'too-many-codes' })
}

/** Whether the request still takes an answer. */
export function isOpen({ standing }: FoundOpinion): boolean {
  return standing === 'asked' || standing === 'late'
}

function codeHash(requestId: string, code: string): string {
  return keyedHash(`opinion-code:${requestId}`, code)
}

function sixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
