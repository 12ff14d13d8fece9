import type { Transaction } from '@/db/client'
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
