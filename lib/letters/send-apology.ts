import { inTransaction, type Transaction } from '@/db/client'
import { findBreachForUpdate, findUnexcusedBreach, linkApology } from '@/db/queries/extensions'
import { findCaseFile } from '@/lib/casework/case-file'
import { type Day, dayOf } from '@/lib/deadlines/day'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import type { PersonActor } from '@/lib/identity/actor'
import { announceApology, completeApology } from '@/lib/notifications/apology'
import type { LateApology } from '@/lib/notifications/gather-facts'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type Apology = OfficeAct & {
  reason: string
  /** When the agency hopes to be done; a hope, the legal date stays as it was. */
  expectedOn: Day
}
export type ApologyRefusal = {
  code: 'not-found' | 'not-permitted' | 'no-breach' | 'expected-in-the-past'
}

/**
 * Too late for a letter that would make it lawful, the head of the solving unit or the agency apologises
 * all the same, with the reason and an expected day. The apology is tied to the breach; the breach stays
 * on record and the due date does not move (Decree 118/2025 Art. 19.6). One apology for each breach: where
 * the watch was first, its line is completed and no second message goes.
 */
export function sendApology(act: Apology): Promise<Result<undefined, ApologyRefusal>> {
  return inTransaction(async (tx) => {
    const { dossierId, actor, at, expectedOn } = act
    const file = await findCaseFile(tx, actor, { dossierId, right: 'view-papers' })
    if (!file.ok) return file
    if (!maySendApology(actor)) return refuse({ code: 'not-permitted' })
    if (expectedOn < dayOf(at)) return refuse({ code: 'expected-in-the-past' })
    const breach = await findUnexcusedBreach(tx, dossierId)
    if (!breach) return refuse({ code: 'no-breach' })
    const excused = await excuse(tx, breach.id, {
      dossierId,
      at,
      due: breach.dueAt,
      reason: act.reason.normalize('NFC').trim(),
      expectedOn,
      signer: signatureLine(actor),
    })
    return excused ? accept(undefined) : refuse({ code: 'no-breach' })
  })
}

async function excuse(tx: Transaction, breachId: string, apology: LateApology): Promise<boolean> {
  const breach = await findBreachForUpdate(tx, breachId)
  if (!breach) return false
  const { id, apologyMessageId } = breach
  if (apologyMessageId) return completeApology(tx, apologyMessageId, apology)
  return linkApology(tx, id, await announceApology(tx, apology))
}

/** The head of the solving unit, and the leader of the agency. */
export function maySendApology(actor: OfficeAct['actor']): actor is PersonActor {
  if (actor.kind !== 'person' || actor.capacity.kind !== 'officer') return false
  const { roles } = actor.capacity
  return roles.includes('agencyLeader') || roles.includes('headOfDivision')
}

function signatureLine({ fullName, capacity }: PersonActor): string {
  return capacity.kind === 'officer' ? `${fullName}, ${capacity.position}` : fullName
}
