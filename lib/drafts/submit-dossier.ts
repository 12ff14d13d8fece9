import { randomBytes } from 'node:crypto'
import { inTransaction, type Transaction } from '@/db/client'
import { findSubmitKey, takeSubmitKey } from '@/db/queries/dossiers'
import {
  changeDraft,
  type DraftRow,
  findOwnDraftForUpdate,
  movePapersToDossier,
} from '@/db/queries/drafts'
import {
  closeRequests,
  type FilingRequest,
  findNewestRequest,
  insertFiling,
} from '@/db/queries/filing-requests'
import { markReuse } from '@/db/queries/reuse'
import type { Doubt } from '@/db/schema/dossiers'
import { draftOwner } from '@/lib/casework/draft-owner'
import { openDossier } from '@/lib/casework/open-dossier'
import { type DoubtsRefusal, doubtsRead } from '@/lib/casework/read-doubts'
import { sealAnswers } from '@/lib/casework/sealed-answers'
import {
  type ContentRefusal,
  type FilingContent,
  placeOfRequest,
  readFiling,
} from '@/lib/drafts/filing-content'
import { differencesIn, type LookedUp, lookUpForFiling } from '@/lib/drafts/look-up-draft'
import { partiesOf } from '@/lib/drafts/parties-of'
import type { WantedPlace } from '@/lib/drafts/place-of-filing'
import type { PersonActor } from '@/lib/identity/actor'
import { reachOf } from '@/lib/identity/member-rights'
import { saltedHash } from '@/lib/ledger/chain'
import { assessFees } from '@/lib/procedures/fees'
import { runPreChecks } from '@/lib/procedures/pre-checks'
import { newId, newSubmissionReference } from '@/lib/shared/ids'
import type { JobPromise } from '@/lib/shared/job-kinds'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type Submission = {
  actor: PersonActor
  draftId: string
  /** Made by the page, once a try: the same key always leads to the same dossier. */
  key: string
  /** "Tôi vẫn muốn nộp": the mark of what does not fit the rules, which they have read and file all the same. */
  insists?: string
  /** Without it the dossier is filed with the agency that decides. */
  place?: WantedPlace
  at: Date
}
export type SubmitRefusal =
  | ContentRefusal
  | { code: 'not-found' }
  | DoubtsRefusal
  | { code: 'key-used-otherwise' }
  /** The representative has not approved it, or approved something else than what it says now. */
  | { code: 'approval-needed' | 'approval-dropped' }
export type Submitted = { dossierId: string }

/**
 * Files a draft: dossier, parties, papers, event and promised jobs in one transaction. A second click, a
 * reload or a retry with the same key finds the dossier that the first one made.
 */
export async function submitDossier(
  submission: Submission,
): Promise<Result<Submitted, SubmitRefusal>> {
  const lookedUp = await lookUpForFiling(submission.actor, submission)
  return inTransaction(async (tx): Promise<Result<Submitted, SubmitRefusal>> => {
    const { actor, draftId } = submission
    const mayFile = reachOf(actor, 'submit') === 'all'
    const owner = draftOwner(actor, mayFile ? 'submit' : 'ask-approval')
    const draft = owner && (await findOwnDraftForUpdate(tx, owner, draftId))
    // A draft that changes a dossier is sent another way: it is no dossier of its own.
    if (!draft || draft.changesDossierId) return refuse({ code: 'not-found' })
    const filed = await filedBefore(tx, submission, draft)
    if (filed) return filed
    return fileDraft(tx, submission, { draft, mayFile, lookedUp })
  })
}

/** Whoever may not file by themselves files what the representative approved, and nothing else. */
async function fileDraft(
  tx: Transaction,
  submission: Submission,
  { draft, mayFile, lookedUp }: { draft: DraftRow; mayFile: boolean; lookedUp: LookedUp },
): Promise<Result<Submitted, SubmitRefusal>> {
  const request = await findNewestRequest(tx, draft.id)
  const approved = request?.state === 'approved' ? request : undefined
  if (!mayFile && !approved) return refuse({ code: 'approval-needed' })
  const place = mayFile ? submission.place : approved && placeOfRequest(approved)
  const content = await readFiling(tx, draft, {
    place,
    sender: submission.actor.personId,
    at: submission.at,
  })
  if (!content.ok) return content
  const standing = approved?.digest === content.value.digest ? approved : undefined
  if (!mayFile && !standing) return refuse({ code: 'approval-dropped' })
  const { rules, answers } = content.value
  const differences = differencesIn({ rules, answers }, lookedUp)
  const doubts = { findings: runPreChecks(rules, answers), differences }
  const insisted = doubtsRead(doubts, submission.insists)
  if (!insisted.ok) return insisted
  const born = { draft, content: content.value, insisted: insisted.value, approval: standing }
  return accept({ dossierId: await birth(tx, submission, born) })
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

type Birth = {
  draft: DraftRow
  content: FilingContent
  insisted: Doubt[]
  /** The representative's approval of exactly this content. */
  approval: FilingRequest | undefined
}

async function birth(tx: Transaction, submission: Submission, born: Birth): Promise<string> {
  const { actor, at } = submission
  const { draft, content, approval } = born
  const { version, rules, answers, agencyId, place, papers } = content
  const dossierId = newId()
  const salt = randomBytes(16).toString('hex')
  const fee = assessFees(rules.procedure, answers, rules.facts)
  const parties = await partiesOf(tx, actor, { answers, approval })
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
      papers,
      ...(place.filedElsewhere ? { receivingAgencyId: place.receivingAgencyId } : {}),
    },
    jobs: () => content.paperIds.map(bindPhotos),
  })
  await leaveDraft(tx, submission, { dossierId, born })
  return dossierId
}

/** The draft gives its papers to the dossier, and the key remembers where it led. */
async function leaveDraft(
  tx: Transaction,
  { actor, key, at }: Submission,
  { dossierId, born }: { dossierId: string; born: Birth },
): Promise<void> {
  const { draft, content, approval } = born
  const slots = content.papers.map(({ slot }) => slot)
  await movePapersToDossier(tx, { draftId: draft.id, dossierId, slots })
  await markReuse(tx, dossierId)
  await changeDraft(tx, draft.id, { submittedDossierId: dossierId, updatedAt: at })
  await takeSubmitKey(tx, {
    personId: actor.personId,
    key,
    requestHash: draft.id,
    dossierId,
    createdAt: at,
  })
  if (draft.organisationId === null) return
  await closeRequests(tx, draft.id, 'filed')
  // Who had a part in it stands beside the event, whose shape holds the one who filed.
  await insertFiling(tx, {
    dossierId,
    preparedBy: approval?.askedBy ?? draft.personId,
    approvedBy: approval?.decidedBy ?? null,
    approvedAt: approval?.decidedAt ?? null,
    submittedBy: actor.personId,
    submittedAt: at,
  })
}

/** Several photos of one paper become one PDF once they are out of quarantine. */
function bindPhotos(paperId: string): JobPromise {
  return { kind: 'bind-photos', payload: { paperId }, key: `bind-photos:${paperId}` }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
