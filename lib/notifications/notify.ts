import { inTransaction, type Transaction } from '@/db/client'
import { findBreachForUpdate, linkApology } from '@/db/queries/extensions'
import { promiseJobs } from '@/db/queries/jobs'
import { insertInboxNotice, insertOutgoingMessage } from '@/db/queries/notifications'
import { env } from '@/lib/server/env'
import { seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import type { JobPromise } from '@/lib/shared/job-kinds'
import { gatherEventFacts, gatherRefundFacts, type OpenedRefund } from './gather-facts'
import { type NoticePlan, type PlannedMessage, planNotices } from './plan'

/**
 * The job notify: plans what an event tells the applicant, and promises the messages. Run again it
 * finds everything there and adds nothing: one notice per event, person and channel.
 */
export function notify({ dossierId, seq }: { dossierId: string; seq: number }): Promise<void> {
  return inTransaction(async (tx) => {
    const { event, facts } = await gatherEventFacts(tx, { dossierId, seq })
    const plan = planNotices(event, facts)
    const breachId = facts.params['breachId']
    if (breachId && plan.inbox.length > 0) await recordApology(tx, plan, breachId)
    else await recordNotices(tx, plan, new Date())
  })
}

/** What the watch says about a breach, unless somebody was faster to apologise for it. */
async function recordApology(tx: Transaction, plan: NoticePlan, breachId: string): Promise<void> {
  const breach = await findBreachForUpdate(tx, breachId)
  if (!breach || breach.apologyMessageId) return
  const [noticeId] = await recordNotices(tx, plan, new Date())
  if (noticeId) await linkApology(tx, breach.id, noticeId)
}

/**
 * Tells the payer, in the transaction that opens it, that a refund is under way; there is no event of
 * the dossier that would. `at` is business time.
 */
export async function announceRefund(tx: Transaction, refund: OpenedRefund): Promise<void> {
  const facts = await gatherRefundFacts(tx, refund)
  await recordNotices(tx, planNotices('refund-opened', facts), new Date())
}

/**
 * Writes a plan and promises its messages; what is there already stays as it is. Returns the ids of the
 * lines of the inbox.
 */
export async function recordNotices(
  tx: Transaction,
  plan: NoticePlan,
  now: Date,
): Promise<string[]> {
  const notices = plan.inbox.map((notice) => ({ id: newId(), readAt: null, ...notice }))
  for (const notice of notices) await insertInboxNotice(tx, notice)
  for (const message of plan.messages) {
    const id = newId()
    const isNew = await insertOutgoingMessage(tx, toRow(message, id, now))
    if (isNew) await promiseJobs(tx, jobOf(message, id))
  }
  return notices.map(({ id }) => id)
}

function toRow({ address, ...message }: PlannedMessage, id: string, createdAt: Date) {
  return {
    id,
    ...message,
    addressSealed: seal(address),
    messageId: `${id}@${new URL(env().PUBLIC_ORIGIN).hostname}`,
    state: 'promised' as const,
    createdAt,
  }
}

/** Only channels that are connected have a job; the others never get a row from the plan. */
function jobOf({ channel }: PlannedMessage, messageId: string): JobPromise[] {
  const payload = { messageId }
  if (channel === 'email') return [{ kind: 'send-mail', payload, key: `send-mail:${messageId}` }]
  if (channel === 'sms') return [{ kind: 'send-sms', payload, key: `send-sms:${messageId}` }]
  return []
}
