import type { Transaction } from '@/db/client'
import { findChecks, findInspection } from '@/db/queries/casework'
import { getDefinition } from '@/db/queries/definitions'
import type { DossierRow } from '@/db/queries/dossiers'
import { getProcedureBody } from '@/lib/casework/definitions'
import type { EventRefusal, RecordedEvent } from '@/lib/casework/perform-event'
import { actWithWords } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { prepareResult } from '@/lib/dossiers/prepare-result'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type Proposal = OfficeAct & { opinion: string }
export type NotReady =
  | { code: 'checklist-open'; items: string[] }
  | { code: 'checklist-failed'; items: string[] }
  | { code: 'no-minutes' }
  | { code: 'inspection-not-passed' }
export type ProposalRefusal = EventRefusal | NotReady

/**
 * The case officer proposes to grant the licence. The program only asks for what the record must hold:
 * every blocking item judged and passed, and minutes of a passed inspection (Law 15/2023 Art. 52.4).
 */
export function proposeDecision(act: Proposal): Promise<Result<RecordedEvent, ProposalRefusal>> {
  return actWithWords<'propose-decision', NotReady>(act, {
    event: 'propose-decision',
    kind: 'proposal',
    text: act.opinion,
    more: { decision: 'grant' },
    also: async (tx, dossier) => {
      const ready = await readyToPropose(tx, dossier)
      if (ready.ok) await prepareResult(tx, dossier.id, act.at)
      return ready
    },
  })
}

async function readyToPropose(
  tx: Transaction,
  dossier: DossierRow,
): Promise<Result<undefined, NotReady>> {
  const version = await getDefinition(tx, dossier.procedureVersionId)
  const procedure = getProcedureBody(version)
  const checks = new Map(
    (await findChecks(tx, dossier.id)).map((row) => [row.itemKey, row.verdict]),
  )
  const blocking = procedure.checklist.filter((item) => item.severity === 'blocking')
  const open = blocking.filter((item) => !checks.has(item.key)).map((item) => item.key)
  if (open.length > 0) return refuse({ code: 'checklist-open', items: open })
  const failed = blocking.filter((item) => checks.get(item.key) === 'fail').map((item) => item.key)
  if (failed.length > 0) return refuse({ code: 'checklist-failed', items: failed })
  if (!procedure.serviceLevel.onSiteInspection) return accept(undefined)
  const inspection = await findInspection(tx, dossier.id)
  if (!inspection) return refuse({ code: 'no-minutes' })
  if (inspection.finding !== 'pass') return refuse({ code: 'inspection-not-passed' })
  return accept(undefined)
}
