import type { Queryable } from '@/db/client'
import { getAgency, getPost } from '@/db/queries/agencies'
import type { DocumentRow } from '@/db/queries/documents'
import { type DossierRow, findParties } from '@/db/queries/dossiers'
import { procedureOfVersion } from '@/lib/casework/definitions'
import type { ExtensionLetterData } from '@/lib/documents/extension-letter-data'
import type { Addressee, SlipDossier } from '@/lib/documents/slip-parts'
import { agencyTitles } from '@/lib/dossiers/agency-titles'
import { signatureOf } from '@/lib/dossiers/signature-of'
import type { OfficerCapacity } from '@/lib/identity/actor'
import type { Procedure } from '@/lib/procedures/procedure'
import { env } from '@/lib/server/env'
import { maskEmail, maskPhone } from '@/lib/shared/masked'

/** What every letter prints besides its own matter. */
export type LetterFrame = Omit<ExtensionLetterData, 'originalDueAt' | 'newDueAt' | 'reason'>
export type Lettering = { dossier: DossierRow; document: DocumentRow; signer: OfficerCapacity }

/**
 * The frame of a letter about a dossier: the same dossier, document and signer always give the same
 * words, so that a hash says whether a leader looked at exactly this.
 */
export async function letterFrame(
  tx: Queryable,
  { dossier, document, signer }: Lettering,
): Promise<LetterFrame> {
  const agency = await getAgency(tx, dossier.solvingAgencyId)
  const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
  const titles = agencyTitles(agency)
  const about = dossierLine(dossier, procedure)
  const { PUBLIC_ORIGIN, APP_MODE } = env()
  return {
    heading: { parentAgency: titles.parent, agency: titles.agency, place: agency.place },
    agencyName: agency.nameVi,
    dossier: about,
    contact: {
      officer: await contactOf(tx, dossier, agency.contact.deskName.vi || agency.nameVi),
      phone: agency.contact.phone,
      website: new URL(PUBLIC_ORIGIN).host,
    },
    trackUrl: `${PUBLIC_ORIGIN}/track?code=${encodeURIComponent(about.code)}`,
    demo: APP_MODE !== 'production',
    addressee: await addresseeOf(tx, dossier),
    signature: await signatureOf(tx, signer),
    recipients: ['Như trên', agency.contact.deskName.vi || 'Bộ phận một cửa', 'Lưu: VT, NVY'],
    preparedAt: document.createdAt.toISOString(),
  }
}

function dossierLine(dossier: DossierRow, procedure: Procedure): SlipDossier {
  const { dossierCode, submissionReference, acceptedAt, submittedAt } = dossier
  return {
    codeKind: dossierCode ? 'dossier-code' : 'submission-reference',
    code: dossierCode ?? submissionReference,
    procedure: `${procedure.name.vi} (${procedure.nationalCode.value ?? procedure.key})`,
    receivedAt: (acceptedAt ?? submittedAt).toISOString(),
  }
}

/** The officer who handles the dossier; before anybody does, the desk. */
async function contactOf(tx: Queryable, dossier: DossierRow, desk: string): Promise<string> {
  if (!dossier.assigneePostId) return desk
  const { fullName, position } = await getPost(tx, dossier.assigneePostId)
  return `${fullName}, ${position.toLocaleLowerCase('vi')}`
}

async function addresseeOf(tx: Queryable, dossier: DossierRow): Promise<Addressee> {
  const parties = await findParties(tx, dossier.id)
  const owner = parties.find(({ role }) => role === 'owner')
  const contact = parties.find(({ role }) => role === 'contact')
  return {
    form: owner?.kind === 'organisation' ? 'organisation' : 'person',
    name: owner?.name ?? dossier.ownerName,
    address: owner?.address ?? '',
    phone: maskPhone(contact?.phone ?? ''),
    email: maskEmail(contact?.email ?? ''),
  }
}
