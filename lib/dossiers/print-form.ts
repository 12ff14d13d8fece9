import { db } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { logAccess } from '@/db/queries/casework'
import { getNewestAnswers } from '@/db/queries/content-versions'
import { type FiledPaper, findFiledPapers } from '@/db/queries/dossier-papers'
import { findParties } from '@/db/queries/dossiers'
import { type CaseFile, findCaseFile } from '@/lib/casework/case-file'
import { rulesAt } from '@/lib/casework/form-rules'
import { openAnswers } from '@/lib/casework/sealed-answers'
import type { AttachedFiles } from '@/lib/documents/form/form-data'
import { renderOfficialForm } from '@/lib/documents/official-form'
import type { PersonActor } from '@/lib/identity/actor'
import type { Answers } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'
import { mapSensitive } from '@/lib/procedures/sensitive'
import { env } from '@/lib/server/env'
import { newId } from '@/lib/shared/ids'
import { maskNationalId } from '@/lib/shared/masked'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type FormPrint = { bytes: Uint8Array; reference: string }
type Printing = { dossierId: string; at: Date }
type NotFound = { code: 'not-found' }

/** The form of a dossier as it was declared, for its owner: with the national identifiers. */
export async function printFormForOwner(
  actor: PersonActor,
  { dossierId, at }: Printing,
): Promise<Result<FormPrint, NotFound>> {
  if (actor.capacity.kind === 'officer') return refuse({ code: 'not-found' })
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!file.ok) return file
  return accept(await printForm(file.value, at, (_, answers) => answers))
}

/**
 * The same for an officer who may read what was filed. A print leaves the house, so it shows only the
 * last figures of national identifiers; and it counts as a look, which the owner sees.
 */
export async function printFormForOffice(
  actor: PersonActor,
  { dossierId, at }: Printing,
): Promise<Result<FormPrint, NotFound>> {
  const { capacity, personId } = actor
  if (capacity.kind !== 'officer') return refuse({ code: 'not-found' })
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!file.ok) return file
  const look = { id: newId(), dossierId, personId, postId: capacity.postId }
  await logAccess(db, { ...look, purpose: 'casework', detail: {}, at: new Date() })
  return accept(await printForm(file.value, at, withMaskedIdentifiers))
}

function withMaskedIdentifiers(procedure: Procedure, answers: Answers): Answers {
  return mapSensitive(procedure, answers, maskNationalId)
}

async function printForm(
  { dossier, procedure }: CaseFile,
  at: Date,
  readable: (procedure: Procedure, answers: Answers) => Answers,
): Promise<FormPrint> {
  const newest = await getNewestAnswers(db, dossier.id)
  const agency = await getAgency(db, dossier.solvingAgencyId)
  const parties = await findParties(db, dossier.id)
  const reference = dossier.dossierCode ?? dossier.submissionReference
  const { bytes } = await renderOfficialForm({
    rules: rulesAt(procedure, dossier.submittedAt),
    demo: env().APP_MODE !== 'production',
    filling: {
      kind: 'filed',
      reference,
      submittedAt: dossier.submittedAt,
      declaredAt: newest.createdAt,
      printedAt: at,
      answers: readable(procedure, openAnswers(procedure, newest.answers)),
      files: namesOf(await findFiledPapers(db, dossier.id)),
      agencyName: agency.nameVi,
      signerName: parties.find(({ role }) => role === 'submitter')?.name ?? dossier.ownerName,
    },
  })
  return { bytes, reference }
}

function namesOf(papers: readonly FiledPaper[]): AttachedFiles {
  return Object.fromEntries(
    papers.map(({ slotKey, files }) => [slotKey, files.map((file) => file.name)]),
  )
}
