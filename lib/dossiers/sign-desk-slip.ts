import type { PostWithName } from '@/db/queries/agencies'
import { drawSignatureImage } from '@/lib/documents/images/signature-image'
import type { PreparedDocument } from '@/lib/documents/prepared-document'
import { agencySigner, timestamper } from '@/lib/dossiers/agency-signer'
import { signPdf } from '@/lib/signing/sign-pdf'

/** Signs a slip with the key of the desk officer who sent it. Throws when the signature fails: the job tries again. */
export async function signDeskSlip(
  { bytes }: PreparedDocument,
  about: { officer: PostWithName; reason: string; place: string },
): Promise<Uint8Array> {
  const { officer, reason, place } = about
  const signed = await signPdf(
    bytes,
    {
      // Signing time is real time, as its time stamp is.
      at: new Date(),
      certification: 1,
      picture: await drawSignatureImage(officer.fullName),
      reason,
      location: place,
    },
    { signer: agencySigner(officer.signingKeyId, 'desk'), timestamper: timestamper() },
  )
  if (!signed.ok) throw new Error(`the slip was not signed: ${signed.refusal.code}`)
  return signed.value
}
