import type { Transaction } from '@/db/client'
import { replaceInboxNotice } from '@/db/queries/notifications'
import { gatherApologyFacts, type LateApology } from './gather-facts'
import { recordNotices } from './notify'
import { planNotices } from './plan'

/**
 * Sends the apology for a date that was not kept, in the transaction that ties it to the breach; there is
 * no event of the dossier for it. Returns the id of the notice. `at` is business time.
 */
export async function announceApology(tx: Transaction, apology: LateApology): Promise<string> {
  const facts = await gatherApologyFacts(tx, apology)
  const [noticeId] = await recordNotices(tx, planNotices('late-apology', facts), new Date())
  if (!noticeId) throw new Error('an apology to nobody')
  return noticeId
}

/**
 * The watch has apologised already: the reason and the expected day take the place of its line in the
 * inbox, and no second message goes. False when another put them there meanwhile.
 */
export async function completeApology(
  tx: Transaction,
  noticeId: string,
  apology: LateApology,
): Promise<boolean> {
  const { at: createdAt, params } = await gatherApologyFacts(tx, apology)
  const line = { id: noticeId, kind: 'overdue-apology' }
  return replaceInboxNotice(tx, line, { kind: 'late-apology', params, createdAt })
}
