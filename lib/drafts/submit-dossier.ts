import { randomBytes } from 'node:crypto'
import { inTransaction, type Transaction } from '@/db/client'
import { findAgency } from '@/db/queries/agencies'
import { type DefinitionRow, findDefinition, findSuspension } from '@/db/queries/definitions'
import { findSubmitKey, takeSubmitKey } from '@/db/queries/dossiers'
import {
  changeDraft,
  type DraftRow,
  findOwnDraftForUpdate,
  movePapersToDossier,
} from '@/db/queries/drafts'
import { findDraftPapers } from '@/db/queries/files'
import type { Doubt } from '@/db/schema/dossiers'
import { getProcedureBody } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { rulesAt } from '@/lib/casework/form-rules'
import { openDossier } from '@/lib/casework/open-dossier'
import { openAnswers, sealAnswers } from '@/lib/casework/sealed-answers'
import { dayOf } from '@/lib/deadlines/day'
import { partiesOf } from '@/lib/drafts/parties-of'
import {
  type PlaceOfFiling,
  type PlaceRefusal,
  placeOfFiling,
  type WantedPlace,
} from '@/lib/drafts/place-of-filing'
import type { PersonActor } from '@/lib/identity/actor'
import { saltedHash } from '@/lib/ledger/chain'
import type { Answers } from '@/lib/procedures/answers'
import { assessFees } from '@/lib/procedures/fees'
import { findMissing, type Missing } from '@/lib/procedures/find-missing'
import type { FormRules } from '@/lib/procedures/form-rules'
import { type Finding, runPreChecks } from '@/lib/procedures/pre-checks'
import { requiredPapers } from '@/lib/procedures/required-papers'
import { solvingAgency } from '@/lib/procedures/solving-agency'
import { relevantAnswers } from '@/lib/procedures/visible'
import { newId, newSubmissionReference } from '@/lib/shared/ids'
import type { JobPromise } from '@/lib/shared/job-kinds'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type Submission = {
  actor: PersonActor
  draftId: string
  /** Made by the page, once a try: the same key always leads to the same dossier. */
  key: string
  /** "Tôi vẫn muốn nộp": they have read what does not fit the rules, and file all the same. */
  insists?: boolean
  /** Without it the dossier is filed with the agency that decides. */
  place?: WantedPlace
  at: Date
}
export type SubmitRefusal =
  | { code: 'not-found' }
  | { code: 'incomplete'; missing: Missing[] }
  /** Matters of substance do not fit; a program may not refuse that, but it is not filed unread. */
  | { code: 'doubts-unread'; findings: Finding[] }
  | { code: 'procedure-suspended'; reason: string }
  | { code: 'procedure-not-in-force' }
  | { code: 'procedure-changed' }
  | { code: 'agency-not-found' }
  | { code: 'key-used-otherwise' }
  | PlaceRefusal
export type Submitted = { dossierId: string }

/**
 * Files a draft: dossier, parties, papers, event and promised jobs in one transaction. A second click, a
 * reload or a retry with the same key finds the dossier that the first one made.
 */
export function submitDossier(submission: Submission): Promise<Result<Submitted, SubmitRefusal>> {
  return inTransaction(async (tx): Promise<Result<Submitted, SubmitRefusal>> => {
    const owner = draftOwner(submission.actor)
    const draft = owner && (await findOwnDraftForUpdate(tx, owner, submission.draftId))
    // A draft that changes a dossier is sent another way: it is no dossier of its own.
    if (!draft || draft.changesDossierId) return refuse({ code: 'not-found' })
    const filed = await filedBefore(tx, submission, draft)
    if (filed) return filed
    const version = await versionToFile(tx, draft, submission.at)
    if (!version.ok) return version
    return fileDraft(tx, submission, { draft, version: version.value })
  })
}

/** The answer of an earlier try: its dossier, or that the key belongs to another draft. */
async function filedBefore(
  tx: Transaction,
  { actor, key }: Submission,
  draft: DraftRow,
): Promise<Result<Submitted, SubmitRefusal> | undefined> {
  const known = await findSubmitKey(tx, actor.personId, key)
  if (known && known.requestHash !== draft.id) return refuse({ code: 'key-used-otherwise' })
  if (draft.submittedDossierId) return accept({ dossierId: draft.submittedDossierId })
  return undefined
}

async function versionToFile(
  tx: Transaction,
  draft: DraftRow,
  at: Date,
): Promise<Result<DefinitionRow, SubmitRefusal>> {
  const suspension = await findSuspension(tx, draft.procedureKey, at)
  if (suspension) return refuse({ code: 'procedure-suspended', reason: suspension.reason })
  const day = dayOf(at)
  const version = await findDefinition(tx, { kind: 'procedure', key: draft.procedureKey, day })
  if (!version) return refuse({ code: 'procedure-not-in-force' })
  return accept(version)
}

type Filing = { draft: DraftRow; version: DefinitionRow }

async function fileDraft(
  tx: Transaction,
  submission: Submission,
  { draft, version }: Filing,
): Promise<Result<Submitted, SubmitRefusal>> {
  const procedure = getProcedureBody(version)
  const rules = rulesAt(procedure, submission.at)
  // What a later answer hid is not declared: nobody is to read it, no licence to print it.
  const answers = relevantAnswers(procedure, openAnswers(procedure, draft.answers), rules.facts)
  const concerned = requiredPapers(procedure, answers, rules.facts).map(({ paper }) => paper.key)
  const papers = (await findDraftPapers(tx, draft.id)).filter(({ slotKey }) =>
    concerned.includes(slotKey),
  )
  const attached = papers
    .filter(({ files }) => files.some(({ state }) => state !== 'rejected'))
    .map(({ slotKey }) => slotKey)
  const missing = findMissing(rules, answers, attached)
  if (missing.length > 0) return refuse({ code: 'incomplete', missing })
  const findings = runPreChecks(rules, answers)
  if (findings.length > 0 && !submission.insists) return refuse({ code: 'doubts-unread', findings })
  const agency = solvingAgency(procedure, answers)
  if (!agency.ok || !(await findAgency(tx, agency.value.agencyKey)))
    return refuse({ code: 'agency-not-found' })
  const place = await placeOfFiling(tx, {
    procedure,
    solvingAgencyId: agency.value.agencyKey,
    wanted: submission.place,
    at: submission.at,
  })
  if (!place.ok) return place
  const filed = papers.map(({ slotKey, files }) => ({
    slot: slotKey,
    files: files.map(({ sha256 }) => sha256),
  }))
  const dossierId = await birth(tx, submission, {
    draft,
    version,
    rules,
    answers,
    insisted: findings.map(({ rule, path }) => ({ rule, path })),
    agencyId: agency.value.agencyKey,
    place: place.value,
    papers: filed,
    paperIds: papers.map(({ paperId }) => paperId),
  })
  return accept({ dossierId })
}

type Birth = Filing & {
  rules: FormRules
  answers: Answers
  insisted: Doubt[]
  agencyId: string
  place: PlaceOfFiling
  papers: { slot: string; files: string[] }[]
  paperIds: string[]
}

async function birth(tx: Transaction, submission: Submission, born: Birth): Promise<string> {
  const { actor, at } = submission
  const { draft, version, rules, answers, agencyId, place } = born
  const dossierId = newId()
  const salt = randomBytes(16).toString('hex')
  const fee = assessFees(rules.procedure, answers, rules.facts)
  const parties = await partiesOf(tx, actor, answers)
  await openDossier(tx, {
    dossier: {
      id: dossierId,
      submissionReference: newSubmissionReference(),
      procedureKey: draft.procedureKey,
      procedureVersionId: version.id,
      homeAgencyId: agencyId,
      solvingAgencyId: agencyId,
      ...place,
      channel: 'online',
      flow: 'licence',
      subject: textOf(answers['facility_name']) ?? rules.procedure.shortName.vi,
      ownerName: parties.ownerName,
      feeVnd: fee.total,
      submittedAt: at,
      salt,
      submitterPersonId: actor.personId,
      organisationId: draft.organisationId,
      wantsPaperCopy: answers['wants_paper_copy'] === true ? 1 : 0,
    },
    parties: parties.rows,
    answers: sealAnswers(rules.procedure, answers),
    insisted: born.insisted,
    actor,
    details: {
      procedureVersionId: version.id,
      answersHash: saltedHash(salt, answers),
      feeVnd: fee.total,
      papers: born.papers,
      ...(place.filedElsewhere ? { receivingAgencyId: place.receivingAgencyId } : {}),
    },
    jobs: () => born.paperIds.map(bindPhotos),
  })
  const slots = born.papers.map(({ slot }) => slot)
  await leaveDraft(tx, submission, { draftId: draft.id, dossierId, slots })
  return dossierId
}

/** The draft gives its papers to the dossier, and the key remembers where it led. */
async function leaveDraft(
  tx: Transaction,
  { actor, key, at }: Submission,
  { draftId, dossierId, slots }: { draftId: string; dossierId: string; slots: string[] },
): Promise<void> {
  await movePapersToDossier(tx, { draftId, dossierId, slots })
  await changeDraft(tx, draftId, { submittedDossierId: dossierId, updatedAt: at })
  await takeSubmitKey(tx, {
    personId: actor.personId,
    key,
    requestHash: draftId,
    dossierId,
    createdAt: at,
  })
}

/** Several photos of one paper become one PDF once they are out of quarantine. */
function bindPhotos(paperId: string): JobPromise {
  return { kind: 'bind-photos', payload: { paperId }, key: `bind-photos:${paperId}` }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
