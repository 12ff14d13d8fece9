import { inTransaction, type Transaction } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { findDefinition } from '@/db/queries/definitions'
import { type DossierRow, findDossier, takeDossierSerial } from '@/db/queries/dossiers'
import { dossierCode } from '@/lib/casework/dossier-code'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { dayOf } from '@/lib/deadlines/day'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { env } from '@/lib/server/env'
import { accept, type Result, refuse } from '@/lib/shared/result'

/**
 * The desk accepts a complete dossier: it gets its code, the appraisal clock starts under the rule in
 * force today, and slip 01 is promised (Decree 118/2025 Art. 17.3, 28).
 */
export function acceptDossier(act: OfficeAct): Promise<Result<RecordedEvent, EventRefusal>> {
  return rollBackOnRefusal((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      return accept(orRollBack(await raiseAccept(tx, act, dossier)))
    }),
  )
}

async function raiseAccept(tx: Transaction, act: OfficeAct, dossier: DossierRow) {
  const { at } = act
  const rule = await findDefinition(tx, {
    kind: 'procedure',
    key: dossier.procedureKey,
    day: dayOf(at),
  })
  const clockVersionId = rule?.id ?? dossier.procedureVersionId
  const code = await nextDossierCode(tx, dossier.solvingAgencyId, at)
  return performEvent(tx, {
    ...act,
    event: 'accept',
    details: { dossierCode: code, clockVersionId },
    changes: { dossierCode: code, clockVersionId },
    jobs: (event) => [
      {
        kind: 'render-receipt',
        payload: { dossierId: dossier.id },
        key: `${event.id}:render-receipt`,
      },
    ],
  })
}

async function nextDossierCode(tx: Transaction, agencyId: string, at: Date): Promise<string> {
  const agency = await getAgency(tx, agencyId)
  const day = dayOf(at)
  const serial = await takeDossierSerial(tx, agencyId, day)
  return dossierCode(env().DOSSIER_CODE_PATTERN, { agencyCode: agency.code, day, serial })
}
