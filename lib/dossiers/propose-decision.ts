import type { Transaction } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { findOpenCorrection } from '@/db/queries/outcomes'
import { procedureOfVersion } from '@/lib/casework/definitions'
import type { EventRefusal, RecordedEvent } from '@/lib/casework/perform-event'
import { actWithWords } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { type NotReady, readyToGrant } from '@/lib/dossiers/outcomes/decision-readiness'
import { keepRefusalDraft } from '@/lib/dossiers/outcomes/keep-refusal-draft'
import { type GroundRefusal, groundsOf } from '@/lib/dossiers/outcomes/refusal-grounds'
import { prepareResult } from '@/lib/dossiers/prepare-result'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** To grant, or to refuse for reasons of the procedure and what the applicant shall read of them. */
export type ProposedDecision =
  | { decision: 'grant' }
  | { decision: 'refuse'; reasonKeys: string[]; words: string }
export type Proposal = OfficeAct & ProposedDecision & { opinion: string }
type NotProposable = NotReady | GroundRefusal | { code: 'correction-open' }
export type ProposalRefusal = EventRefusal | NotProposable

/**
 * The case officer proposes to grant the licence or to refuse it. The program only asks for what the
 * record must hold: for a grant all conditions met, for a refusal its reasons with at least one clause of
 * law (Law 15/2023 Art. 52.4; Decree 118/2025 Art. 19.3).
 */
export function proposeDecision(act: Proposal): Promise<Result<RecordedEvent, ProposalRefusal>> {
  return actWithWords<'propose-decision', NotProposable>(act, {
    event: 'propose-decision',
    kind: 'proposal',
    text: act.opinion,
    more: { decision: act.decision },
    also: async (tx, dossier) => {
      // What was issued is put right by the act of its own, which says what changes.
      if (await findOpenCorrection(tx, dossier.id)) return refuse({ code: 'correction-open' })
      return act.decision === 'grant'
        ? prepareGrant(tx, dossier, act.at)
        : prepareRefusal(tx, dossier, act)
    },
  })
}

async function prepareGrant(
  tx: Transaction,
  dossier: DossierRow,
  at: Date,
): Promise<Result<undefined, NotReady>> {
  const ready = await readyToGrant(tx, dossier)
  if (ready.ok) await prepareResult(tx, dossier.id, at)
  return ready
}

async function prepareRefusal(
  tx: Transaction,
  dossier: DossierRow,
  { reasonKeys, words, at }: Extract<Proposal, { decision: 'refuse' }>,
): Promise<Result<undefined, GroundRefusal>> {
  const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
  const grounds = groundsOf(procedure, { reasonKeys, words })
  if (!grounds.ok) return grounds
  const draft = { stage: 'result' as const, reasonKeys: [...new Set(reasonKeys)], words }
  await keepRefusalDraft(tx, { dossierId: dossier.id, draft, at })
  return accept(undefined)
}
