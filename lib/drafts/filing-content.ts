import type { Transaction } from '@/db/client'
import { findAgency } from '@/db/queries/agencies'
import { type DefinitionRow, findDefinition, findSuspension } from '@/db/queries/definitions'
import type { DraftRow } from '@/db/queries/drafts'
import { findDraftPapers } from '@/db/queries/files'
import type { FilingRequestRow } from '@/db/queries/filing-requests'
import { getProcedureBody } from '@/lib/casework/definitions'
import { rulesAt } from '@/lib/casework/form-rules'
import { dayOf } from '@/lib/deadlines/day'
import { openWritten } from '@/lib/drafts/draft-content'
import { missingInDraft } from '@/lib/drafts/missing-in-draft'
import {
  type PlaceOfFiling,
  type PlaceRefusal,
  placeOfFiling,
  type WantedPlace,
} from '@/lib/drafts/place-of-filing'
import { canonicalJson } from '@/lib/ledger/canonical'
import type { Answers } from '@/lib/procedures/answers'
import type { Missing } from '@/lib/procedures/find-missing'
import type { FormRules } from '@/lib/procedures/form-rules'
import { requiredPapers } from '@/lib/procedures/required-papers'
import { solvingAgency } from '@/lib/procedures/solving-agency'
import { relevantAnswers } from '@/lib/procedures/visible'
import { keyedHash } from '@/lib/server/keyed-hash'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** Exactly what a draft would file. */
export type FilingContent = {
  version: DefinitionRow
  rules: FormRules
  answers: Answers
  agencyId: string
  place: PlaceOfFiling
  papers: { slot: string; files: string[] }[]
  paperIds: string[]
  /** The keyed hash of all that: the same content has the same one, and no other has it. */
  digest: string
}

export type ContentRefusal =
  | { code: 'incomplete'; missing: Missing[] }
  | { code: 'procedure-suspended'; reason: string }
  | { code: 'procedure-not-in-force' }
  /** Opened again, the draft follows the newer version, and its owner sees what that one asks. */
  | { code: 'procedure-changed' }
  | { code: 'agency-not-found' }
  | PlaceRefusal

/** `sender` is whoever files, asks or decides: their own open choices have to be made first. */
type Filing = { place: WantedPlace | undefined; sender: string; at: Date }

/** What a draft would file under the rules in force at a moment, or why it cannot be filed. */
export async function readFiling(
  tx: Transaction,
  draft: DraftRow,
  { place: wanted, sender, at }: Filing,
): Promise<Result<FilingContent, ContentRefusal>> {
  const version = await versionToFile(tx, draft, at)
  if (!version.ok) return version
  const procedure = getProcedureBody(version.value)
  const rules = rulesAt(procedure, at)
  // What a later answer hid is not declared: nobody is to read it, no licence to print it.
  const written = openWritten(procedure, draft)
  const answers = relevantAnswers(procedure, written.answers, rules.facts)
  const held = await papersToFile(tx, draft.id, { rules, answers })
  const missing = missingInDraft(
    rules,
    { ...written, answers },
    { personId: sender, attached: held.attached },
  )
  if (missing.length > 0) return refuse({ code: 'incomplete', missing })
  const agency = solvingAgency(procedure, answers)
  if (!agency.ok || !(await findAgency(tx, agency.value.agencyKey)))
    return refuse({ code: 'agency-not-found' })
  const agencyId = agency.value.agencyKey
  const place = await placeOfFiling(tx, { procedure, solvingAgencyId: agencyId, wanted, at })
  if (!place.ok) return place
  const { papers, paperIds } = held
  const said = { versionId: version.value.id, answers, agencyId, place: place.value, papers }
  const digest = keyedHash('filing', canonicalJson(said))
  return accept({
    version: version.value,
    rules,
    answers,
    agencyId,
    place: place.value,
    papers,
    paperIds,
    digest,
  })
}

/** The place of filing as it was asked for with a request. */
export function placeOfRequest({ receivingAgencyId, supportPlace }: FilingRequestRow): WantedPlace {
  return { receivingAgencyId, supportPlace }
}

async function versionToFile(
  tx: Transaction,
  draft: DraftRow,
  at: Date,
): Promise<Result<DefinitionRow, ContentRefusal>> {
  const suspension = await findSuspension(tx, draft.procedureKey, at)
  if (suspension) return refuse({ code: 'procedure-suspended', reason: suspension.reason })
  const day = dayOf(at)
  const version = await findDefinition(tx, { kind: 'procedure', key: draft.procedureKey, day })
  if (!version) return refuse({ code: 'procedure-not-in-force' })
  if (version.id !== draft.procedureVersionId) return refuse({ code: 'procedure-changed' })
  return accept(version)
}

async function papersToFile(
  tx: Transaction,
  draftId: string,
  { rules, answers }: Pick<FilingContent, 'rules' | 'answers'>,
): Promise<Pick<FilingContent, 'papers' | 'paperIds'> & { attached: string[] }> {
  const demands = requiredPapers(rules.procedure, answers, rules.facts)
  const concerned = new Set(demands.map(({ paper }) => paper.key))
  const papers = (await findDraftPapers(tx, draftId)).filter(({ slotKey }) =>
    concerned.has(slotKey),
  )
  return {
    papers: papers.map(({ slotKey, files }) => ({
      slot: slotKey,
      files: files.map(({ sha256 }) => sha256),
    })),
    paperIds: papers.map(({ paperId }) => paperId),
    attached: papers
      .filter(({ files }) => files.some(({ state }) => state !== 'rejected'))
      .map(({ slotKey }) => slotKey),
  }
}
