import type { Queryable } from '@/db/client'
import type { PostWithName } from '@/db/queries/agencies'
import type { DossierRow } from '@/db/queries/dossiers'
import { findSupplementItems, type SupplementRow } from '@/db/queries/supplements'
import { dayOf } from '@/lib/deadlines/day'
import {
  type SupplementSlipData,
  supplementSlipDataSchema,
} from '@/lib/documents/supplement-slip-data'
import { addresseeOf, slipFrameOf } from '@/lib/dossiers/slip-frame'
import type { Procedure } from '@/lib/procedures/procedure'
import { clauseOf, itemName } from '@/lib/supplements/items'
import { citeClause } from '@/lib/supplements/supplement-law'

/** What slip 02 says of a request that went out (form 02 of TT 03/2025/TT-VPCP). */
export async function supplementSlipOf(
  tx: Queryable,
  { dossier, procedure, supplement, officer, replyDays }: SlipSource,
): Promise<SupplementSlipData> {
  const { stage, round, reason, releasedAt, replyDueAt } = supplement
  if (!releasedAt || !replyDueAt) throw new Error('a slip for a request that was not sent')
  const items = await findSupplementItems(tx, supplement.id)
  const frame = await slipFrameOf(tx, dossier, officer)
  return supplementSlipDataSchema.parse({
    ...frame,
    // The slip of a request at intake keeps its reference, also when it is made after acceptance.
    dossier: stage === 'intake' ? beforeAcceptance(frame.dossier, dossier) : frame.dossier,
    stage,
    round,
    sectorClause: clauseText(procedure, supplement.sectorClause),
    issuedAt: releasedAt.toISOString(),
    addressee: await addresseeOf(tx, dossier),
    items: items.map((item) => {
      const clause = clauseOf(procedure, item)
      return {
        kind: item.kind,
        name: itemName(procedure, item).vi,
        wrong: item.explanation,
        wanted: item.goodExample,
        clause: clause ? citeClause(clause) : '',
      }
    }),
    reason,
    replyBy: dayOf(replyDueAt),
    replyDays,
    clockEffect: clockEffectOf(dossier, supplement),
    signer: { name: officer.fullName },
  })
}

export type SlipSource = {
  dossier: DossierRow
  procedure: Procedure
  supplement: SupplementRow
  /** The desk officer who sent the request, and so signs its slip. */
  officer: PostWithName
  /** The days that the law gives for the answer. */
  replyDays: number
}

function beforeAcceptance(printed: SupplementSlipData['dossier'], dossier: DossierRow) {
  return {
    ...printed,
    codeKind: 'submission-reference' as const,
    code: dossier.submissionReference,
    receivedAt: dossier.submittedAt.toISOString(),
  }
}

/** As it stands in the clock of the case: what the wait that began with the request does. */
function clockEffectOf(dossier: DossierRow, { stage, releasedAt }: SupplementRow) {
  if (stage === 'intake') return 'not-started'
  const began = releasedAt?.toISOString()
  const waits = dossier.clocks.flatMap((run) => run.waits)
  return waits.find(({ from }) => from === began)?.effect ?? 'none'
}

function clauseText({ clauses }: Procedure, key: string | null): string | null {
  const clause = clauses.find((one) => one.key === key)
  return clause ? citeClause(clause) : null
}
