import { db } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { type DocumentNumberRow, type DocumentRow, findDocumentFile } from '@/db/queries/documents'
import { findFile } from '@/db/queries/files'
import { licenceFills } from '@/lib/documents/field-fill'
import { drawSealImage } from '@/lib/documents/images/seal-image'
import { agencySigner, timestamper } from '@/lib/dossiers/agency-signer'
import { readFileBytes } from '@/lib/files/store'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { signPdf } from '@/lib/signing/sign-pdf'
import { NUMBER_AND_DATE, type VerifyOptions, verifyPdf } from '@/lib/signing/verify-pdf'

export type Sealing = { document: DocumentRow; number: DocumentNumberRow; agencyId: string }

/**
 * Fills number and date into the signed document, adds the agency's seal in the same revision and lets
 * our own verifier judge the file. Throws unless it says valid: nothing else may be issued.
 */
export async function sealDocument(sealing: Sealing): Promise<Uint8Array> {
  const { document, number } = sealing
  const agency = await getAgency(db, sealing.agencyId)
  const fills = licenceFills(number.number, number.issuedOn)
  if (!fills.ok) throw new Error(`the number ${number.number} cannot be printed`)
  const sealed = await signPdf(
    await readSigned(document.id),
    {
      // Signing time is real time, as its time stamp is; the date of issue comes from the law's clock.
      at: new Date(),
      fills: fills.value,
      picture: await drawSealImage(agency.nameVi),
      reason: 'Cấp số, ngày và đóng dấu của cơ quan',
      location: agency.place,
    },
    { signer: agencySigner(agency.sealKeyId, 'seal'), timestamper: timestamper() },
  )
  if (!sealed.ok) throw new Error(`the ${document.kind} was not sealed: ${sealed.refusal.code}`)
  await refuseUnverifiable(sealed.value, {
    allowedFills: NUMBER_AND_DATE,
    requiredRoles: ['leader', 'seal'],
  })
  return sealed.value
}

/** The document as its first signature left it. Throws before there is one. */
export async function readSigned(documentId: string): Promise<Uint8Array> {
  const signed = await findDocumentFile(db, documentId, 'signed')
  const file = signed && (await findFile(db, signed.fileId))
  if (!file) throw new Error(`document ${documentId} has no first signature`)
  return readFileBytes(file.storageKey)
}

/** Throws unless our own verifier calls the file valid. */
export async function refuseUnverifiable(
  bytes: Uint8Array,
  demands: Pick<VerifyOptions, 'allowedFills' | 'requiredRoles'> = {},
): Promise<void> {
  const trust = await configuredTrust()
  const { verdict, reasons } = verifyPdf(bytes, { trust, at: new Date(), ...demands })
  if (verdict !== 'valid')
    throw new Error(`our own verifier says ${verdict}: ${reasons.join(', ')}`)
}
