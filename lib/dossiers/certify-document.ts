import { inTransaction, type Transaction } from '@/db/client'
import { changeDocument, type DocumentRow } from '@/db/queries/documents'
import { performEvent } from '@/lib/casework/perform-event'
import { drawSignatureImage } from '@/lib/documents/images/signature-image'
import { agencySigner, timestamper } from '@/lib/dossiers/agency-signer'
import { keepDocumentFile, type StoredPdf } from '@/lib/dossiers/keep-document-file'
import { clock } from '@/lib/server/business-clock'
import { signPdf } from '@/lib/signing/sign-pdf'

/** What may come after the first signature (DocMDP): a slip is whole, the others wait for a second one. */
const CERTIFICATION = { desk: 1, 'team-lead': 2, leader: 2 } as const

export type FirstSigner = {
  role: keyof typeof CERTIFICATION
  signingKeyId: string | null
  name: string
  reason: string
  place: string
}

/**
 * Puts the first signature on a rendered document, with the key of the officer whose act it is. Throws
 * when the signature fails: the job tries again.
 */
export async function certifyDocument(bytes: Uint8Array, by: FirstSigner): Promise<Uint8Array> {
  const signed = await signPdf(
    bytes,
    {
      // Signing time is real time, as its time stamp is.
      at: new Date(),
      certification: CERTIFICATION[by.role],
      picture: await drawSignatureImage(by.name),
      reason: by.reason,
      location: by.place,
    },
    { signer: agencySigner(by.signingKeyId, by.role), timestamper: timestamper() },
  )
  if (!signed.ok) throw new Error(`not signed by the ${by.role}: ${signed.refusal.code}`)
  return signed.value
}

type Kept = {
  name: string
  event: 'result-signed' | 'letter-signed'
  job: string
  /** What was signed with it, by the same hand. */
  companion?: { documentId: string; pdf: StoredPdf } | undefined
}

/** The leader's signature counts: file, state and event in one transaction, once however often the job runs. */
export async function keepCertified(
  { id: documentId, dossierId }: DocumentRow,
  pdf: StoredPdf,
  { name, event, job, companion }: Kept,
): Promise<void> {
  const at = clock.now()
  await inTransaction(async (tx) => {
    const mine = await keepDocumentFile(tx, pdf, { documentId, stage: 'signed', name, at })
    if (!mine) return
    await changeDocument(tx, documentId, { state: 'signed' })
    if (companion) await keepSigned(tx, companion, at)
    const raised = await performEvent(tx, {
      dossierId,
      event,
      actor: { kind: 'system', job },
      at,
      details: {
        documentId,
        fileHash: pdf.sha256,
        ...(companion && {
          companion: { documentId: companion.documentId, fileHash: companion.pdf.sha256 },
        }),
      },
    })
    if (!raised.ok) throw new Error(`${event} was refused: ${raised.refusal.code}`)
  })
}

async function keepSigned(
  tx: Transaction,
  { documentId, pdf }: NonNullable<Kept['companion']>,
  at: Date,
): Promise<void> {
  const name = 'van-ban-kem-theo-da-ky.pdf'
  await keepDocumentFile(tx, pdf, { documentId, stage: 'signed', name, at })
  await changeDocument(tx, documentId, { state: 'signed' })
}
