import { inTransaction, type Transaction } from '@/db/client'
import { insertSupplement } from '@/db/queries/supplements'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { dayOf } from '@/lib/deadlines/day'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { saltedHash } from '@/lib/ledger/chain'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { checkItems, type ItemsRefusal, type SupplementItem } from '@/lib/supplements/items'
import { type Outlook, outlook } from '@/lib/supplements/outlook'
import { type Asking, readAsking } from '@/lib/supplements/read-asking'

export type SupplementRequest = OfficeAct & { reason: string; items: SupplementItem[] }
export type AskRefusal = EventRefusal | ItemsRefusal | { code: 'supplement-rounds-used' }
export type Asked = { supplementId: string; event: RecordedEvent }

/**
 * The desk asks for all that is missing, once and whole, before it accepts (Decree 118/2025 Art. 17.2). The
 * slip is promised with it; until the answer no limit of the agency runs.
 */
export function requestSupplement(act: SupplementRequest): Promise<Result<Asked, AskRefusal>> {
  return ask(act, async (tx, asked) => {
    const { supplementId, view, items, sectorClause } = asked
    const { round, replyDue } = view
    return performEvent(tx, {
      ...target(act),
      event: 'request-supplement',
      details: { supplementId, round, ...items, replyBy: dayOf(replyDue), sectorClause },
      clock: { replyDue },
      jobs: (event) => [slipJob(act.dossierId, supplementId, event)],
    })
  })
}

/**
 * The case officer says what the dossier lacks; the desk alone may send it to the applicant (Decree
 * 118/2025 Art. 5.1.e, 19.5).
 */
export function askSupplement(act: SupplementRequest): Promise<Result<Asked, AskRefusal>> {
  return ask(act, async (tx, { supplementId, view, items }) =>
    performEvent(tx, {
      ...target(act),
      event: 'ask-supplement',
      details: { supplementId, round: view.round, ...items },
    }),
  )
}

/** The job that makes the slip of a request that goes out. */
export function slipJob(dossierId: string, supplementId: string, event: RecordedEvent) {
  return {
    kind: 'render-supplement-slip' as const,
    payload: { dossierId, supplementId },
    key: `${event.id}:render-supplement-slip`,
  }
}

type Prepared = {
  supplementId: string
  view: Outlook
  items: { items: number; itemsHash: string }
  sectorClause: string | null
}
type Perform = (tx: Transaction, prepared: Prepared) => Promise<Result<RecordedEvent, EventRefusal>>

/** The table of rights speaks first; only then are the rounds and the list judged. */
function ask(act: SupplementRequest, perform: Perform): Promise<Result<Asked, AskRefusal>> {
  return rollBackOnRefusal<Asked, AskRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const asking = await readAsking(tx, act.dossierId, act.at)
      if (!asking) return refuse({ code: 'not-found' })
      const view = outlook(asking, act.at)
      const supplementId = newId()
      const event = orRollBack(
        await perform(tx, {
          supplementId,
          view,
          items: {
            items: Math.max(1, act.items.length),
            itemsHash: saltedHash(asking.dossier.salt, act.items),
          },
          sectorClause: view.sectorClauseKey,
        }),
      )
      if (view.round > view.roundsAllowed)
        return orRollBack(refuse({ code: 'supplement-rounds-used' }))
      const items = orRollBack(checkItems(asking.rules, asking.answers, act.items))
      await keep(tx, act, {
        asking,
        view,
        supplementId,
        items,
        sent: event.state !== 'supplement-release',
      })
      return accept({ supplementId, event })
    }),
  )
}

type Kept = {
  asking: Asking
  view: Outlook
  supplementId: string
  items: SupplementItem[]
  sent: boolean
}

function keep(
  tx: Transaction,
  act: SupplementRequest,
  { asking, view, supplementId, items, sent }: Kept,
): Promise<void> {
  const post = postOf(act)
  const row = {
    id: supplementId,
    dossierId: act.dossierId,
    round: view.round,
    stage: view.stage,
    state: sent ? ('released' as const) : ('asked' as const),
    reason: act.reason.normalize('NFC').trim(),
    askedBy: post,
    askedAt: act.at,
    ...(sent && {
      releasedBy: post,
      releasedAt: act.at,
      timely: view.timely,
      sectorClause: view.sectorClauseKey,
      replyDueAt: view.replyDue,
    }),
  }
  const { answers } = asking
  return insertSupplement(
    tx,
    row,
    items.map((item, index) => ({
      ...item,
      id: newId(),
      supplementId,
      position: index + 1,
      oldValue: item.kind === 'field' ? (answers[item.key] ?? null) : null,
    })),
  )
}

function target({ actor, dossierId, expectedVersion, at }: OfficeAct): OfficeAct {
  return { actor, dossierId, expectedVersion, at }
}
