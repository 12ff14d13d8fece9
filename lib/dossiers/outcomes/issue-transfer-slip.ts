import { inTransaction } from '@/db/client'
import type { PostWithName } from '@/db/queries/agencies'
import { findDocuments, insertDocument } from '@/db/queries/documents'
import { renderTransferSlip } from '@/lib/documents/transfer-slip'
import type { TransferSlipData } from '@/lib/documents/transfer-slip-data'
import { keepDocumentFile, storePdf } from '@/lib/dossiers/keep-document-file'
import { signDeskSlip } from '@/lib/dossiers/sign-desk-slip'
import { clock } from '@/lib/server/business-clock'

/** The slip of a dossier on its way to another agency, signed by the desk officer who sends it. */
export async function issueTransferSlip(
  dossierId: string,
  slip: { id: string; data: TransferSlipData; officer: PostWithName },
): Promise<void> {
  const { id, data, officer } = slip
  const pdf = await storePdf(
    await signDeskSlip(await renderTransferSlip(data), {
      officer,
      reason: 'Chuyển hồ sơ đến cơ quan có thẩm quyền',
      place: data.heading.place,
    }),
  )
  const at = clock.now()
  await inTransaction(async (tx) => {
    const earlier = (await findDocuments(tx, dossierId)).filter(
      (document) => document.kind === 'transfer-slip' && document.id !== id,
    )
    await insertDocument(tx, {
      id,
      dossierId,
      kind: 'transfer-slip',
      ordinal: earlier.length + 1,
      data,
      verifyCode: null,
      number: null,
      issuedOn: null,
      state: 'issued',
      createdAt: at,
    })
    const name = `phieu-chuyen-xu-ly-${data.dossier.code}.pdf`
    await keepDocumentFile(tx, pdf, { documentId: id, stage: 'issued', name, at })
  })
}
