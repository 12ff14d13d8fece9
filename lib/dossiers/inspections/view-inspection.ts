import { db } from '@/db/client'
import type { PostWithName } from '@/db/queries/agencies'
import { findDocument, findDocumentFile } from '@/db/queries/documents'
import type { FileRow } from '@/db/queries/files'
import {
  type CorrectionRow,
  type FindingRow,
  findCorrections,
  findFindings,
  findPostsOfAgency,
  findSignatures,
  findTeam,
  findVisit,
  type InspectionRow,
  type MemberRow,
  type SignatureRow,
} from '@/db/queries/inspections'
import { findTurnFiles } from '@/db/queries/turn-files'
import { type CaseFile, findCaseFile } from '@/lib/casework/case-file'
import { getCalendar } from '@/lib/casework/definitions'
import { dayOf } from '@/lib/deadlines/day'
import { isClosedDay } from '@/lib/dossiers/inspections/visit-rules'
import type { PersonActor } from '@/lib/identity/actor'
import { may } from '@/lib/identity/permissions'
import type { Procedure } from '@/lib/procedures/procedure'
import { accept, type Result } from '@/lib/shared/result'

type StoredFile = { fileId: string; sha256: string }
export type MinutesView = {
  documentId: string
  state: 'prepared' | 'signed' | 'issued'
  signed: StoredFile | null
  issued: StoredFile | null
  sides: SignatureRow[]
  scans: FileRow[]
}
export type InspectionView = {
  dossier: { id: string; version: number; subject: string; code: string; state: string }
  procedure: Procedure
  visit: InspectionRow | undefined
  /** The office is closed on the planned day. */
  closedDay: boolean
  team: MemberRow[]
  findings: FindingRow[]
  photos: FileRow[]
  minutes: MinutesView | undefined
  /** The newest demand first. */
  corrections: (CorrectionRow & { files: FileRow[] })[]
  /** What the actor may do in the state the dossier is in. */
  may: {
    plan: boolean
    demand: boolean
    recheck: boolean
    /** The signed paper of the facility's side. */
    keepsPaper: boolean
    leadSigns: boolean
  }
  /** Who may be sent; empty for whoever plans nothing. */
  colleagues: PostWithName[]
}

/** The inspection of a dossier, for its owner and for the officers who work with it. */
export async function viewInspection(
  actor: PersonActor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<InspectionView, { code: 'not-found' }>> {
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!file.ok) return file
  const { dossier, procedure } = file.value
  const visit = await findVisit(db, dossierId)
  const minutes = await minutesOf(dossierId)
  const corrections = await correctionsOf(dossierId)
  const can = rightsOf(actor, file.value, { visit, newest: corrections[0] })
  const agency = { agencyId: dossier.solvingAgencyId, at }
  return accept({
    dossier: {
      id: dossier.id,
      version: dossier.version,
      subject: dossier.subject,
      code: dossier.dossierCode ?? dossier.submissionReference,
      state: dossier.state,
    },
    procedure,
    visit,
    closedDay: await onClosedDay(dossier.solvingAgencyId, visit),
    ...(await broughtBack(visit)),
    minutes,
    corrections,
    may: { ...can, leadSigns: leadSigns(actor, minutes) },
    colleagues: can.plan ? await findPostsOfAgency(db, agency) : [],
  })
}

async function broughtBack(visit: InspectionRow | undefined) {
  if (!visit) return { team: [], findings: [], photos: [] }
  return {
    team: await findTeam(db, visit.id),
    findings: await findFindings(db, visit.id),
    photos: await findTurnFiles(db, { owner: 'inspection', ownerId: visit.id }),
  }
}

async function onClosedDay(agencyId: string, visit: InspectionRow | undefined): Promise<boolean> {
  if (!visit?.plannedFor) return false
  const { body } = await getCalendar(db, agencyId, dayOf(visit.plannedFor))
  return isClosedDay(body, visit.plannedFor)
}

function rightsOf(
  actor: PersonActor,
  { dossier, facts }: CaseFile,
  now: { visit: InspectionRow | undefined; newest: CorrectionRow | undefined },
) {
  const can = (right: 'plan-inspection' | 'demand-corrections' | 'record-recheck') =>
    dossier.state === 'appraisal' && may(actor, right, facts) === 'allowed'
  return {
    plan: can('plan-inspection') && now.visit?.state !== 'held',
    demand: can('demand-corrections') && now.newest?.state === 'not-met',
    recheck: can('record-recheck') && now.newest?.state === 'reported',
    keepsPaper: may(actor, 'plan-inspection', facts) === 'allowed',
  }
}

function leadSigns({ capacity }: PersonActor, minutes: MinutesView | undefined): boolean {
  const lead = minutes?.sides.find(({ side }) => side === 'team')
  if (!lead || lead.confirmedAt || capacity.kind !== 'officer') return false
  return !capacity.delegation && lead.postId === capacity.postId
}

async function minutesOf(dossierId: string): Promise<MinutesView | undefined> {
  const document = await findDocument(db, dossierId, 'inspection-minutes')
  if (!document) return undefined
  return {
    documentId: document.id,
    state: document.state,
    signed: (await findDocumentFile(db, document.id, 'signed')) ?? null,
    issued: (await findDocumentFile(db, document.id, 'issued')) ?? null,
    sides: await findSignatures(db, [document.id]),
    scans: await findTurnFiles(db, { owner: 'inspection', ownerId: document.id }),
  }
}

async function correctionsOf(dossierId: string) {
  const rows = await findCorrections(db, dossierId)
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      files: await findTurnFiles(db, { owner: 'correction-report', ownerId: row.id }),
    })),
  )
}
