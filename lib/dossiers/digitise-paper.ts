import { inTransaction, type Transaction } from '@/db/client'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { type DossierRow, findDossier, findParties } from '@/db/queries/dossiers'
import { keepDigitised } from '@/db/queries/reuse'
import type { DigitisedPaper } from '@/db/schema/files'
import { type EventRefusal, performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { rollBackOnRefusal } from '@/lib/casework/roll-back'
import type { Day } from '@/lib/deadlines/day'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { saltedHash } from '@/lib/ledger/chain'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** What an officer reads from a paper. */
export type PaperRecord = {
  paperId: string
  title: string
  number?: string | undefined
  issuedBy?: string | undefined
  issuedOn?: Day | undefined
  validTo?: Day | undefined
  summary?: string | undefined
  scope?: string | undefined
}
export type Digitising = OfficeAct & PaperRecord
export type DigitiseRefusal =
  | EventRefusal
  | { code: 'paper-not-found' | 'validity-ends-before-issue' }

/**
 * Records what a paper of a dossier says, so that it can serve again without being asked for (Decree
 * 118/2025/ND-CP Art. 19.2: kind, owner, name, short content, validity, scope). Recorded again, the newer
 * reading stands; the ledger keeps that there were two.
 */
export function digitisePaper(act: Digitising): Promise<Result<RecordedEvent, DigitiseRefusal>> {
  return rollBackOnRefusal<RecordedEvent, DigitiseRefusal>((orRollBack) =>
    inTransaction(async (tx) => {
      const dossier = await findDossier(tx, act.dossierId)
      if (!dossier) return refuse({ code: 'not-found' as const })
      const { paperId } = act
      const record = readingOf(act, await ownerOf(tx, dossier))
      const details = { paperId, recordHash: saltedHash(dossier.salt, record) }
      // The permission table speaks first: who may not know of the dossier learns nothing from what follows.
      const event = orRollBack(await performEvent(tx, { ...act, event: 'digitise-paper', details }))
      const papers = await findFiledPapers(tx, dossier.id)
      if (!papers.some((paper) => paper.paperId === paperId && paper.source === 'upload'))
        return orRollBack(refuse({ code: 'paper-not-found' as const }))
      if (endsBeforeIssue(record))
        return orRollBack(refuse({ code: 'validity-ends-before-issue' as const }))
      await keepDigitised(tx, paperId, record)
      return accept(event)
    }),
  )
}

type Owner = Pick<DigitisedPaper, 'ownerName' | 'ownerIdHash'>

async function ownerOf(tx: Transaction, { id, ownerName }: DossierRow): Promise<Owner> {
  const owner = (await findParties(tx, id)).find(({ role }) => role === 'owner')
  const { name = ownerName, nationalIdHash = null } = owner ?? {}
  return { ownerName: name, ...(nationalIdHash ? { ownerIdHash: nationalIdHash } : {}) }
}

function endsBeforeIssue({ issuedOn, validTo }: DigitisedPaper): boolean {
  return issuedOn !== undefined && validTo !== undefined && validTo < issuedOn
}

function readingOf(
  { title, number, issuedBy, issuedOn, validTo, summary, scope }: PaperRecord,
  owner: Owner,
): DigitisedPaper {
  const said = { number, issuedBy, issuedOn, validTo, summary, scope }
  const kept = Object.entries(said).flatMap(([key, text]) => {
    const plain = text?.normalize('NFC').trim()
    return plain ? [[key, plain]] : []
  })
  return { ...owner, title: title.normalize('NFC').trim(), ...Object.fromEntries(kept) }
}
