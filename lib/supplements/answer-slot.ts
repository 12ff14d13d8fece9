import { db, type Transaction } from '@/db/client'
import { findSupplement, findSupplementForUpdate } from '@/db/queries/supplements'
import type { OpenSlot, SlotRefusal } from '@/lib/drafts/paper-slot'
import type { Actor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { findOwnTurn } from '@/lib/supplements/own-turn'
import { openKeys } from '@/lib/supplements/turn-form'

/**
 * The place for a paper that a request to supplement asked for. Its files wait under the request's own id
 * and join the dossier when the answer is sent; a paper that was not asked for is 'closed-item'.
 */
export async function findAnswerSlot(
  actor: Actor,
  { supplementId, slotKey }: { supplementId: string; slotKey: string },
): Promise<Result<OpenSlot, SlotRefusal>> {
  const supplement = isId(supplementId) ? await findSupplement(db, supplementId) : undefined
  if (!supplement) return refuse({ code: 'not-found' })
  const { dossierId } = supplement
  const own = await findOwnTurn(db, actor, { dossierId, at: clock.now() })
  if (!own.ok)
    return refuse({ code: own.refusal.code === 'not-found' ? 'not-found' : 'already-submitted' })
  if (own.value.supplement.id !== supplementId) return refuse({ code: 'already-submitted' })
  const { turn } = own.value
  const { procedure } = turn.rules
  const rules = procedure.papers.find(({ key }) => key === slotKey)
  if (rules?.source !== 'upload') return refuse({ code: 'slot-not-found' })
  const field = procedure.sections
    .flatMap((section) => section.fields)
    .find((one) => one.type === 'paper' && one.paper === slotKey)
  if (!field || !openKeys(turn).has(field.key)) return refuse({ code: 'closed-item' })
  return accept({
    holderId: supplementId,
    slotKey,
    rules,
    lock: async (tx: Transaction) =>
      (await findSupplementForUpdate(tx, dossierId, 'released'))?.id === supplementId
        ? undefined
        : { code: 'already-submitted' },
  })
}
