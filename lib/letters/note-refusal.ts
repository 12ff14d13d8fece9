import { afterTransaction, db, type Transaction } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { insertRefusedAttempt } from '@/db/queries/events'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { newId } from '@/lib/shared/ids'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'

/** Writes down what the law refused although the flow would have allowed it: it must not vanish with the transaction. */
export function noteRefusal(
  tx: Transaction,
  { actor, at }: Pick<OfficeAct, 'actor' | 'at'>,
  refused: { dossier: DossierRow; event: LicenceEvent; code: string },
): void {
  const { dossier, event, code } = refused
  const person = actor.kind === 'person' ? actor : undefined
  const capacity = person?.capacity
  afterTransaction(tx, () =>
    insertRefusedAttempt(db, {
      id: newId(),
      dossierId: dossier.id,
      event,
      code,
      state: dossier.state,
      personId: person?.personId ?? null,
      postId: capacity?.kind === 'officer' ? capacity.postId : null,
      job: actor.kind === 'system' ? actor.job : null,
      at,
    }),
  )
}
