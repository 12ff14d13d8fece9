import { db, inTransaction } from '@/db/client'
import { findDocument, findDocumentFile } from '@/db/queries/documents'
import { insertHandOver } from '@/db/queries/turns'
import { findCaseFile } from '@/lib/casework/case-file'
import { performEvent } from '@/lib/casework/perform-event'
import { findOutcome } from '@/lib/dossiers/outcomes/find-outcome'
import type { PersonActor } from '@/lib/identity/actor'
import { may } from '@/lib/identity/permissions'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type OpenedResult = { fileId: string }

/**
 * Opens the result for its owner: the licence, or the refusal with its reasons. The first time is the online hand-over and stands in the record
 * (national state 10); later times just open it.
 */
export async function openResult(
  actor: PersonActor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<OpenedResult, { code: 'not-found' }>> {
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-result' })
  if (!file.ok) return file
  const document = await findOutcome(db, dossierId)
  const issued = document && (await findDocumentFile(db, document.id, 'issued'))
  if (!issued) return refuse({ code: 'not-found' })
  if (
    file.value.dossier.state !== 'delivered' &&
    may(actor, 'deliver', file.value.facts) === 'allowed'
  )
    await handOverOnline(actor, { dossierId, at, documentId: issued.documentId })
  return accept({ fileId: issued.fileId })
}

/** Opens what was decided with the result; that is no hand-over of the result itself. */
export async function openCompanion(
  actor: PersonActor,
  dossierId: string,
): Promise<Result<OpenedResult, { code: 'not-found' }>> {
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-result' })
  if (!file.ok) return file
  const document = await findDocument(db, dossierId, 'companion')
  const issued = document && (await findDocumentFile(db, document.id, 'issued'))
  return issued ? accept({ fileId: issued.fileId }) : refuse({ code: 'not-found' })
}

function handOverOnline(
  actor: PersonActor,
  { dossierId, documentId, at }: { dossierId: string; documentId: string; at: Date },
) {
  return inTransaction(async (tx) => {
    const handOverId = newId()
    const event = await performEvent(tx, {
      dossierId,
      event: 'deliver',
      actor,
      at,
      details: { handOverId, documentId, via: 'online', receiver: null },
      changes: { deliveryState: 'delivered' },
    })
    if (event.ok)
      await insertHandOver(tx, { id: handOverId, dossierId, documentId, via: 'online', at })
  })
}
