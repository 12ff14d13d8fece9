import type { Queryable } from '@/db/client'
import { getAgency, type PostWithName } from '@/db/queries/agencies'
import { type DossierRow, findParties } from '@/db/queries/dossiers'
import { procedureOfVersion } from '@/lib/casework/definitions'
import type { Addressee, Contact, SlipDossier } from '@/lib/documents/slip-parts'
import { env } from '@/lib/server/env'
import { maskEmail, maskPhone } from '@/lib/shared/masked'

export type SlipFrame = {
  heading: { parentAgency: string; agency: string; place: string }
  agencyName: string
  dossier: SlipDossier
  contact: Contact
  trackUrl: string
  demo: boolean
}

/** What every slip of the desk carries besides its own matter (Circular 03/2025/TT-VPCP): agency, dossier, whom to ask. */
export async function slipFrameOf(
  tx: Queryable,
  dossier: DossierRow,
  officer: PostWithName,
): Promise<SlipFrame> {
  const agency = await getAgency(tx, officer.agencyId)
  const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
  const code = dossier.dossierCode ?? dossier.submissionReference
  const { PUBLIC_ORIGIN, APP_MODE } = env()
  return {
    heading: {
      parentAgency: agency.nameVi.toUpperCase(),
      agency: agency.contact.deskName.vi.toUpperCase(),
      place: agency.place,
    },
    agencyName: agency.nameVi,
    dossier: {
      codeKind: dossier.dossierCode ? 'dossier-code' : 'submission-reference',
      code,
      procedure: `${procedure.name.vi} (${procedure.nationalCode.value ?? procedure.key})`,
      receivedAt: (dossier.acceptedAt ?? dossier.submittedAt).toISOString(),
    },
    contact: {
      officer: officer.fullName,
      phone: agency.contact.phone || officer.phone,
      website: new URL(PUBLIC_ORIGIN).host,
    },
    trackUrl: `${PUBLIC_ORIGIN}/track?code=${encodeURIComponent(code)}`,
    demo: APP_MODE !== 'production',
  }
}

/** Whom a slip speaks to: the owner of the dossier, ways to reach them masked as on slip 01. */
export async function addresseeOf(tx: Queryable, dossier: DossierRow): Promise<Addressee> {
  const parties = await findParties(tx, dossier.id)
  const [owner, submitter, contact] = (['owner', 'submitter', 'contact'] as const).map((role) =>
    parties.find((party) => party.role === role),
  )
  return {
    form: owner?.kind === 'organisation' ? 'organisation' : 'person',
    name: owner?.name ?? dossier.ownerName,
    address: owner?.address ?? submitter?.address ?? '',
    phone: maskPhone(contact?.phone ?? ''),
    email: maskEmail(contact?.email ?? ''),
  }
}
