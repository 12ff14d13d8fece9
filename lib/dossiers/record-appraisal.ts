import { inTransaction } from '@/db/client'
import { type CheckRow, saveChecks } from '@/db/queries/casework'
import { getDefinition } from '@/db/queries/definitions'
import { findDossier } from '@/db/queries/dossiers'
import { getProcedureBody } from '@/lib/casework/definitions'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { saltedHash } from '@/lib/ledger/chain'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type Check = { itemKey: string; verdict: CheckRow['verdict']; note: string }
export type Appraisal = OfficeAct & { checks: Check[] }
export type AppraisalRefusal = EventRefusal | { code: 'unknown-checklist-item'; itemKey: string }

/** Saves the verdicts of the case officer on the checklist of the bound procedure version. */
export function recordAppraisal(act: Appraisal): Promise<Result<RecordedEvent, AppraisalRefusal>> {
  return rollBackOnRefusal((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' })
      const version = await getDefinition(tx, dossier.procedureVersionId)
      const known = new Set(getProcedureBody(version).checklist.map((item) => item.key))
      const unknown = act.checks.find((check) => !known.has(check.itemKey))
      if (unknown) return refuse({ code: 'unknown-checklist-item', itemKey: unknown.itemKey })
      const event = orRollBack(
        await performEvent(tx, {
          ...act,
          event: 'record-appraisal',
          details: {
            checksHash: saltedHash(dossier.salt, act.checks),
            passed: count(act.checks, 'pass'),
            failed: count(act.checks, 'fail'),
          },
        }),
      )
      await saveChecks(tx, rows(act))
      return accept(event)
    }),
  )
}

function rows(act: Appraisal): CheckRow[] {
  return act.checks.map((check) => ({
    ...check,
    dossierId: act.dossierId,
    checkedBy: postOf(act),
    checkedAt: act.at,
  }))
}

function count(checks: Check[], verdict: Check['verdict']): number {
  return checks.filter((check) => check.verdict === verdict).length
}
