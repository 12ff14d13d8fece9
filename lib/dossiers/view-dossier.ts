import { db } from '@/db/client'
import { findPostsWithRole, getAgency, type PostWithName } from '@/db/queries/agencies'
import {
  type CheckRow,
  findChecks,
  findInspection,
  findLooks,
  findOpinions,
  type InspectionRow,
  type Look,
  logAccess,
  type OpinionRow,
} from '@/db/queries/casework'
import { findDefinition } from '@/db/queries/definitions'
import { findDocumentFile, findDocuments } from '@/db/queries/documents'
import { type FiledPaper, findFiledPapers } from '@/db/queries/dossier-papers'
import { type DossierRow, findParties, type PartyRow } from '@/db/queries/dossiers'
import { findTimeline, type TimelineRow } from '@/db/queries/events'
import { type FilingParts, findFiling } from '@/db/queries/filing-requests'
import type { DocumentKind } from '@/db/schema/documents'
import { type CaseFile, findCaseFile, readAnswers } from '@/lib/casework/case-file'
import { getCalendar } from '@/lib/casework/definitions'
import { dayOf } from '@/lib/deadlines/day'
import { type Remaining, remaining } from '@/lib/deadlines/standing'
import { type CaseDoubts, caseDoubts } from '@/lib/dossiers/case-doubts'
import type { PersonActor } from '@/lib/identity/actor'
import { OWNER_RIGHTS, type Right } from '@/lib/identity/permission-rows'
import { may, type Verdict } from '@/lib/identity/permissions'
import type { Answers } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'
import { newId } from '@/lib/shared/ids'
import { accept, type Result } from '@/lib/shared/result'
import { LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { inTurn } from '@/lib/workflow/passing-on'
import { availableEvents } from '@/lib/workflow/transition'

export type DocumentView = {
  kind: DocumentKind
  ordinal: number
  state: 'prepared' | 'signed' | 'issued'
  number: string | null
  issuedOn: string | null
  verifyCode: string | null
  signedFile: { fileId: string; sha256: string } | null
  issuedFile: { fileId: string; sha256: string } | null
}

export type DossierView = {
  dossier: DossierRow
  agency: {
    name: { vi: string; en: string }
    deskName: { vi: string; en: string }
    phone: string
    email: string
  }
  procedure: Procedure
  answers: Answers
  parties: Omit<PartyRow, 'nationalIdSealed' | 'nationalIdHash'>[]
  papers: FiledPaper[]
  timeline: TimelineRow[]
  documents: DocumentView[]
  remaining: Remaining | null
}

export type OfficeView = DossierView &
  CaseDoubts & {
    checks: CheckRow[]
    inspection: InspectionRow | undefined
    opinions: OpinionRow[]
    assignee: PostWithName | undefined
    actions: { event: LicenceEvent; verdict: Exclude<Verdict, 'refused'> }[]
    /** Whether what was filed is open to the officer. */
    readsPapers: boolean
    /** Whether their agency decides, or is asked to: others see nothing of what is said inside. */
    inside: boolean
    /** Whether the rule in force today is not the one the form was filed under. */
    ruleChanged: boolean
  }

export type ApplicantView = DossierView & {
  words: OpinionRow[]
  looks: Look[]
  /** What the actor may do with the dossier at all; the flow says when. Of an organisation's people few may all. */
  rights: ReadonlySet<Right>
  /** Who prepared, approved and filed an organisation's dossier. */
  filing: FilingParts | undefined
}

type Looking = { dossierId: string; at: Date }

/**
 * The workbench: everything of a dossier that an officer of its solving agency works with; for a desk
 * that received it for that agency, without what is said inside.
 */
export async function viewForOffice(
  actor: PersonActor,
  { dossierId, at }: Looking,
): Promise<Result<OfficeView, { code: 'not-found' }>> {
  if (actor.capacity.kind !== 'officer') return { ok: false, refusal: { code: 'not-found' } }
  const asOwn = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  const found = asOwn.ok
    ? asOwn
    : await findCaseFile(db, actor, { dossierId, right: 'view-received' })
  if (!found.ok) return found
  const file = found.value
  const { dossier } = file
  await noteLook(actor, dossier.id)
  const agencyId = dossier.solvingAgencyId
  const caseOfficers = await findPostsWithRole(db, { agencyId, role: 'caseOfficer', at })
  const rule = { kind: 'procedure', key: dossier.procedureKey, day: dayOf(at) } as const
  const inside = [agencyId, dossier.transferToAgencyId].includes(actor.capacity.agencyId)
  const view = await viewOf(file, at)
  return accept({
    ...view,
    ...(asOwn.ok ? await caseDoubts(file, view.answers) : { doubts: [], differences: [] }),
    readsPapers: asOwn.ok,
    inside,
    checks: inside ? await findChecks(db, dossierId) : [],
    inspection: inside ? await findInspection(db, dossierId) : undefined,
    opinions: inside ? await findOpinions(db, dossierId) : [],
    assignee: caseOfficers.find((post) => post.id === dossier.assigneePostId),
    actions: actionsOf(actor, file),
    ruleChanged: (await findDefinition(db, rule))?.id !== dossier.procedureVersionId,
  })
}

/** The owner's page: the same dossier without what the office says among itself. */
export async function viewForOwner(
  actor: PersonActor,
  { dossierId, at }: Looking,
): Promise<Result<ApplicantView, { code: 'not-found' }>> {
  if (actor.capacity.kind === 'officer') return { ok: false, refusal: { code: 'not-found' } }
  const found = await findCaseFile(db, actor, { dossierId, right: 'view-dossier' })
  if (!found.ok) return found
  const words = await findOpinions(db, dossierId)
  const seesResult = may(actor, 'view-result', found.value.facts) === 'allowed'
  const rights = rightsOf(actor, found.value)
  const view = await viewOf(found.value, at)
  return accept({
    ...view,
    ...(rights.has('view-papers') ? {} : { answers: {}, papers: [] }),
    documents: view.documents.filter(
      ({ kind, state }) =>
        (seesResult || !isResult(kind)) && (kind !== 'refusal-slip' || state === 'issued'),
    ),
    words: words.filter((opinion) => opinion.public),
    looks: await findLooks(db, dossierId),
    rights,
    filing: await findFiling(db, dossierId),
  })
}

/** The licence and what was decided with it: they are the owner's when they are issued. */
function isResult(kind: DocumentKind): boolean {
  return kind === 'licence' || kind === 'companion'
}

function rightsOf(actor: PersonActor, { facts }: CaseFile): ReadonlySet<Right> {
  return new Set(OWNER_RIGHTS.filter((right) => may(actor, right, facts) === 'allowed'))
}

/** Whether the dossier ended, or is about to be handed over, with slip 03 instead of a licence. */
export function endedInRefusal({ dossier, documents }: ApplicantView): boolean {
  if (dossier.state === 'refused' || dossier.state === 'refused-at-intake') return true
  return dossier.state === 'delivered' && documents.some(({ kind }) => kind === 'refusal-slip')
}

async function viewOf(file: CaseFile, at: Date): Promise<DossierView> {
  const { dossier, procedure } = file
  const agency = await getAgency(db, dossier.solvingAgencyId)
  const calendar = await getCalendar(db, agency.id, dayOf(at))
  const open = dossier.dueAt !== null && dossier.endedAt === null
  return {
    dossier,
    procedure,
    agency: {
      name: { vi: agency.nameVi, en: agency.nameEn },
      deskName: agency.contact.deskName,
      phone: agency.contact.phone,
      email: agency.contact.email,
    },
    answers: await readAnswers(db, file),
    parties: inOrder(await findParties(db, dossier.id)).map(withoutIdentifiers),
    papers: await findFiledPapers(db, dossier.id),
    timeline: await findTimeline(db, dossier.id),
    documents: await documentsOf(dossier.id),
    remaining: open && dossier.dueAt ? remaining(calendar.body, dossier.dueAt, at) : null,
  }
}

async function documentsOf(dossierId: string): Promise<DocumentView[]> {
  const rows = await findDocuments(db, dossierId)
  // A companion that the answers do not ask for stays a row without words: nobody made it.
  const made = rows.filter(({ kind, state }) => kind !== 'companion' || state !== 'prepared')
  return Promise.all(
    made.map(async ({ id, kind, ordinal, state, number, issuedOn, verifyCode }) => ({
      kind,
      ordinal,
      state,
      number,
      issuedOn,
      verifyCode,
      signedFile: (await findDocumentFile(db, id, 'signed')) ?? null,
      issuedFile: (await findDocumentFile(db, id, 'issued')) ?? null,
    })),
  )
}

const PARTY_ORDER: readonly PartyRow['role'][] = ['owner', 'submitter', 'representative', 'contact']

function inOrder(parties: PartyRow[]): PartyRow[] {
  return parties.toSorted((a, b) => PARTY_ORDER.indexOf(a.role) - PARTY_ORDER.indexOf(b.role))
}

function withoutIdentifiers({ nationalIdSealed: _, nationalIdHash: __, ...party }: PartyRow) {
  return party
}

/** What the officer may do now; the page offers these, the use cases decide again. */
function actionsOf(actor: PersonActor, { facts }: CaseFile): OfficeView['actions'] {
  return availableEvents(LICENCE_FLOW, facts.state).flatMap((event) => {
    const verdict = inTurn(event, facts.filedElsewhere).ok ? may(actor, event, facts) : 'refused'
    return verdict === 'refused' ? [] : [{ event, verdict }]
  })
}

/** Each look of the office is kept, so that the owner can see who opened the dossier. */
async function noteLook(actor: PersonActor, dossierId: string): Promise<void> {
  const postId = actor.capacity.kind === 'officer' ? actor.capacity.postId : null
  await logAccess(db, {
    id: newId(),
    dossierId,
    personId: actor.personId,
    postId,
    purpose: 'casework',
    detail: {},
    at: new Date(),
  })
}
