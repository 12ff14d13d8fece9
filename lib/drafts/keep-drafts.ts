import { db, inTransaction, type Transaction } from '@/db/client'
import { findToDelete, findToEnd, findToWarn, lockUnsent, setAge } from '@/db/queries/draft-age'
import { deleteDraft } from '@/db/queries/draft-removal'
import type { DraftRow } from '@/db/queries/drafts'
import { getPerson } from '@/db/queries/identity'
import { promiseJobs } from '@/db/queries/jobs'
import { findColleagues } from '@/db/queries/memberships'
import { findNoticeAddress } from '@/db/queries/notice-preferences'
import { insertLetter } from '@/db/queries/notifications'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { ageOf, DRAFT_AGE } from '@/lib/drafts/draft-age'
import { removeFile } from '@/lib/files/store'
import { seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'

const DAY = 24 * 60 * 60 * 1000
const PAGE = 200

export type KeptCounts = { told: number; ended: number; deleted: number }

/**
 * Looks after the age of drafts: tells the owner two weeks before the end, ends what stayed untouched
 * after that, and deletes what nobody brought back. Nothing ends untold: after a standstill the two
 * weeks count from the notice. May run twice, late, or in two processes at once.
 */
export async function keepDrafts(at: Date): Promise<KeptCounts> {
  const { keptDays, toldDaysBefore, restorableDays } = DRAFT_AGE
  const ago = (days: number) => new Date(at.getTime() - days * DAY)
  const told = await each(await findToWarn(db, ago(keptDays - toldDaysBefore), PAGE), (tx, draft) =>
    tell(tx, draft, at),
  )
  const ended = await each(await findToEnd(db, ago(toldDaysBefore), PAGE), (tx, { id }) =>
    setAge(tx, id, { agedOutAt: at }),
  )
  const storageKeys: string[] = []
  const deleted = await each(
    await findToDelete(db, ago(restorableDays), PAGE),
    async (tx, { id }) => {
      storageKeys.push(...(await deleteDraft(tx, id)))
    },
  )
  for (const storageKey of storageKeys) await removeFile(storageKey)
  return { told, ended, deleted }
}

async function each(
  ids: readonly string[],
  work: (tx: Transaction, draft: DraftRow) => Promise<void>,
): Promise<number> {
  let done = 0
  for (const id of ids) {
    done += await inTransaction(async (tx) => {
      const draft = await lockUnsent(tx, id)
      if (!draft) return 0
      await work(tx, draft)
      return 1
    })
  }
  return done
}

/**
 * It goes to the address that the keeper confirmed, else to the one of their e-ID. Whoever has neither reads
 * it on their page; the two weeks count all the same.
 */
async function tell(tx: Transaction, draft: DraftRow, at: Date): Promise<void> {
  await setAge(tx, draft.id, { warnedAt: at })
  const keeperId = await keeperOf(tx, draft, at)
  const { email: known, locale } = await getPerson(tx, keeperId)
  const email = (await findNoticeAddress(tx, keeperId))?.email || known
  if (!email) return
  const procedure = await procedureOfVersion(tx, draft.procedureVersionId)
  const id = newId()
  await insertLetter(tx, {
    id,
    kind: 'draft-ending',
    recipientPersonId: keeperId,
    addressSealed: seal(email),
    locale,
    params: {
      procedure: procedure.shortName[locale],
      keptUntil: ageOf({ updatedAt: draft.updatedAt, warnedAt: at }, at).keptUntil,
      draftId: draft.id,
      locale,
    },
    messageId: `draft-ending-${id}`,
    createdAt: new Date(),
  })
  const key = `send-mail:${id}`
  await promiseJobs(tx, [{ kind: 'send-mail', payload: { messageId: id }, key }])
}

/** Whoever began it, while they work for its organisation; then whoever represents that. */
async function keeperOf(tx: Transaction, draft: DraftRow, at: Date): Promise<string> {
  const { organisationId, personId } = draft
  if (organisationId === null) return personId
  const colleagues = await findColleagues(tx, organisationId, at)
  const stays = colleagues.some((colleague) => colleague.personId === personId)
  return stays ? personId : (colleagues[0]?.personId ?? personId)
}
