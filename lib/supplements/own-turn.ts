import { db, type Queryable } from '@/db/client'
import {
  findPaperVersions,
  getNewestAnswers,
  type PaperVersion,
} from '@/db/queries/content-versions'
import { type AttachedPaper, findDraftPapers } from '@/db/queries/files'
import {
  findSupplementItems,
  findSupplements,
  type SupplementItemRow,
  type SupplementRow,
} from '@/db/queries/supplements'
import { type CaseFile, findCaseFile } from '@/lib/casework/case-file'
import { rulesAt } from '@/lib/casework/form-rules'
import { openAnswers } from '@/lib/casework/sealed-answers'
import type { Actor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'
import type { Turn } from '@/lib/supplements/turn-form'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

export type OwnTurn = {
  file: CaseFile
  supplement: SupplementRow
  items: SupplementItemRow[]
  turn: Turn
  /** The newest version of what was declared. */
  version: number
  /** Files brought so far, by slot; they count once the answer is sent. */
  brought: AttachedPaper[]
  /** The papers on file, those that count. */
  filed: PaperVersion[]
}
export type TurnRefusal = { code: 'not-found' } | { code: 'no-open-supplement' }

const WAITING: readonly LicenceState[] = ['supplement-at-intake', 'supplement']

/** The request that waits for this owner's answer, with all that answering needs. */
export async function findOwnTurn(
  tx: Queryable,
  actor: Actor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<OwnTurn, TurnRefusal>> {
  const found = await findCaseFile(tx, actor, { dossierId, right: 'supply' })
  if (!found.ok) return found
  const file = found.value
  const requests = await findSupplements(tx, dossierId)
  const supplement = requests.findLast(({ state }) => state === 'released')
  if (!supplement || !WAITING.includes(file.dossier.state))
    return refuse({ code: 'no-open-supplement' })
  const items = await findSupplementItems(tx, supplement.id)
  const newest = await getNewestAnswers(tx, dossierId)
  const { procedure } = file
  const versions = await findPaperVersions(tx, dossierId)
  return accept({
    file,
    supplement,
    items,
    turn: {
      rules: rulesAt(procedure, at),
      items,
      base: openAnswers(procedure, newest.answers),
      draft: openAnswers(procedure, supplement.draft),
    },
    version: newest.version,
    brought: await findDraftPapers(tx, supplement.id),
    filed: versions.filter(({ supersededAt }) => supersededAt === null),
  })
}

/** The same for a page. */
export function viewOwnTurn(
  actor: Actor,
  wanted: { dossierId: string; at: Date },
): Promise<Result<OwnTurn, TurnRefusal>> {
  return findOwnTurn(db, actor, wanted)
}

/** The slots that hold a file which was not refused. */
export function broughtSlots({ brought }: Pick<OwnTurn, 'brought'>): string[] {
  return brought
    .filter(({ files }) => files.some(({ state }) => state !== 'rejected'))
    .map(({ slotKey }) => slotKey)
}
