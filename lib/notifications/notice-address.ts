import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { getPerson } from '@/db/queries/identity'
import { promiseJobs } from '@/db/queries/jobs'
import {
  countAddressTry,
  findNoticeAddressForUpdate,
  type NoticeAddressRow,
  saveNoticeAddress,
} from '@/db/queries/notice-preferences'
import { insertLetter } from '@/db/queries/notifications'
import { takePoint } from '@/db/queries/rate-limits'
import { keyedHash, sameText } from '@/lib/server/keyed-hash'
import { seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

const LIFE_MINUTES = 10
const MOST_TRIES = 5
/** Nobody's mailbox is filled from here. */
const CODES = { name: 'address-code', points: 5, seconds: 60 * 60 }
const emailSchema = z.email().max(200)

type Deps = {
  /** Real time: a code lives by the machine's clock, not by the law's. */
  now?: Date
  newCode?: () => string
}
export type WantRefusal = { code: 'bad-address' | 'too-many-codes' }

/** Sends a code to the address a person wants letters at; until it comes back nothing changes. */
export async function wantAddress(
  personId: string,
  typed: string,
  { now = new Date(), newCode = sixDigits }: Deps = {},
): Promise<Result<undefined, WantRefusal>> {
  const email = emailSchema.safeParse(typed.trim().toLowerCase())
  if (!email.success) return refuse({ code: 'bad-address' })
  if (!(await takePoint(CODES, personId)).allowed) return refuse({ code: 'too-many-codes' })
  const [code, id] = [newCode(), newId()]
  await inTransaction(async (tx) => {
    const { locale } = await getPerson(tx, personId)
    await saveNoticeAddress(tx, personId, {
      wanted: email.data,
      codeHash: hashOf(personId, email.data, code),
      codeExpiresAt: new Date(now.getTime() + LIFE_MINUTES * 60_000),
      codeTries: 0,
    })
    await insertLetter(tx, {
      id,
      kind: 'address-code',
      recipientPersonId: personId,
      addressSealed: seal(email.data),
      locale,
      params: { sealedCode: seal(code), minutes: String(LIFE_MINUTES), locale },
      messageId: `address-code-${id}`,
      createdAt: now,
    })
    const key = `send-mail:${id}`
    await promiseJobs(tx, [{ kind: 'send-mail', payload: { messageId: id }, key }])
  })
  return accept(undefined)
}

export type ConfirmRefusal = { code: 'code-wrong' | 'code-expired' | 'too-many-attempts' }

/** The code came back: letters about all dossiers of the person go to this address from now on. */
export function confirmAddress(
  personId: string,
  code: string,
  { now = new Date() }: Pick<Deps, 'now'> = {},
): Promise<Result<{ email: string }, ConfirmRefusal>> {
  return inTransaction(async (tx): Promise<Result<{ email: string }, ConfirmRefusal>> => {
    const row = await findNoticeAddressForUpdate(tx, personId)
    if (!row?.wanted || !row.codeHash) return refuse({ code: 'code-wrong' })
    const dead = whyDead(row, now)
    if (dead) return refuse({ code: dead })
    const typed = code.replace(/\s/g, '')
    if (!sameText(row.codeHash, hashOf(personId, row.wanted, typed))) {
      await countAddressTry(tx, personId)
      return refuse({ code: 'code-wrong' })
    }
    await saveNoticeAddress(tx, personId, { ...SPENT, email: row.wanted, confirmedAt: now })
    return accept({ email: row.wanted })
  })
}

/** Letters go where each dossier says, as before; a code on its way is void. */
export async function forgetAddress(personId: string): Promise<void> {
  await inTransaction((tx) =>
    saveNoticeAddress(tx, personId, { ...SPENT, email: null, confirmedAt: null }),
  )
}

const SPENT = { wanted: null, codeHash: null, codeExpiresAt: null, codeTries: 0 } as const

function whyDead(row: NoticeAddressRow, now: Date): ConfirmRefusal['code'] | undefined {
  if (row.codeTries >= MOST_TRIES) return 'too-many-attempts'
  return row.codeExpiresAt && row.codeExpiresAt > now ? undefined : 'code-expired'
}

function hashOf(personId: string, email: string, code: string): string {
  return keyedHash(`address-code:${personId}:${email}`, code)
}

function sixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
