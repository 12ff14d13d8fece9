import { inTransaction, type Transaction } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import {
  changeSupplementItem,
  findSupplementForUpdate,
  findSupplementItems,
  type SupplementItemRow,
} from '@/db/queries/supplements'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { saltedHash } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type ItemVerdict = { itemId: string; verdict: 'accepted' | 'declined'; note: string }
export type Judging = OfficeAct & { verdicts: ItemVerdict[] }
export type JudgeRefusal =
  | EventRefusal
  | { code: 'no-open-supplement' | 'supplement-judged' | 'verdicts-open' | 'verdict-without-note' }

/**
 * The case officer accepts or declines what came, item by item and once. Declining asks for nothing new: a
 * second round needs a sector clause, so what remains is to decide on what is there.
 */
export function judgeSupplement(act: Judging): Promise<Result<RecordedEvent, JudgeRefusal>> {
  const { verdicts, ...target } = act
  return rollBackOnRefusal<RecordedEvent, JudgeRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const supplement = await findSupplementForUpdate(tx, act.dossierId, 'supplied')
      const items = supplement ? await findSupplementItems(tx, supplement.id) : []
      const count = (kind: ItemVerdict['verdict']) =>
        verdicts.filter(({ verdict }) => verdict === kind).length
      const event = orRollBack(
        await performEvent(tx, {
          ...target,
          event: 'judge-supplement',
          details: {
            supplementId: supplement?.id ?? newId(),
            accepted: count('accepted'),
            declined: count('declined'),
            verdictsHash: saltedHash(dossier.salt, verdicts),
          },
        }),
      )
      orRollBack(checkVerdicts(items, verdicts))
      await keep(tx, act)
      return accept(event)
    }),
  )
}

function checkVerdicts(
  items: readonly SupplementItemRow[],
  verdicts: readonly ItemVerdict[],
): Result<null, JudgeRefusal> {
  if (items.length === 0) return refuse({ code: 'no-open-supplement' })
  if (items.some(({ verdict }) => verdict !== null)) return refuse({ code: 'supplement-judged' })
  const judged = verdicts.map(({ itemId }) => itemId)
  const fits = items.every(({ id }) => judged.includes(id)) && judged.length === items.length
  if (!fits) return refuse({ code: 'verdicts-open' })
  const silent = verdicts.some(({ verdict, note }) => verdict === 'declined' && !note.trim())
  return silent ? refuse({ code: 'verdict-without-note' }) : accept(null)
}

async function keep(tx: Transaction, act: Judging): Promise<void> {
  const judged = { judgedBy: postOf(act), judgedAt: act.at }
  for (const { itemId, verdict, note } of act.verdicts) {
    const verdictNote = note.normalize('NFC').trim() || null
    await changeSupplementItem(tx, itemId, { verdict, verdictNote, ...judged })
  }
}
