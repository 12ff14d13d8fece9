import { db, inTransaction } from '@/db/client'
import { getAgency, getPost } from '@/db/queries/agencies'
import { getDefinition } from '@/db/queries/definitions'
import { findDocumentFile, findDocuments, insertDocument } from '@/db/queries/documents'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { getTransfer, type TransferRow } from '@/db/queries/outcomes'
import { getProcedureBody } from '@/lib/casework/definitions'
import { renderTransferSlip } from '@/lib/documents/transfer-slip'
import { type TransferSlipData, transferSlipDataSchema } from '@/lib/documents/transfer-slip-data'
import { keepDocumentFile, storePdf } from '@/lib/dossiers/keep-document-file'
import { signDeskSlip } from '@/lib/dossiers/sign-desk-slip'
import { slipFrameOf } from '@/lib/dossiers/slip-frame'
import { clock } from '@/lib/server/business-clock'

/**
 * The job behind an offer: the transfer slip, signed by the desk officer who offers (Decree 118/2025 Art.
 * 20). The document has the id of its transfer, so that run again the job finds it there.
 */
export async function renderTransferSlipOf({ transferId }: { transferId: string }): Promise<void> {
  if (await findDocumentFile(db, transferId, 'issued')) return
  const transfer = await getTransfer(db, transferId)
  const dossier = await findDossier(db, transfer.dossierId)
  if (!dossier) throw new Error(`no dossier ${transfer.dossierId}`)
  const officer = await getPost(db, transfer.offeredBy)
  const data = await slipData(dossier, transfer)
  const pdf = await storePdf(
    await signDeskSlip(await renderTransferSlip(data), {
      officer,
      reason: 'Chuyển hồ sơ đến cơ quan có thẩm quyền',
      place: data.heading.place,
    }),
  )
  const at = clock.now()
  await inTransaction(async (tx) => {
    const earlier = (await findDocuments(tx, dossier.id)).filter(
      ({ id, kind }) => kind === 'transfer-slip' && id !== transferId,
    )
    await insertDocument(tx, {
      id: transferId,
      dossierId: dossier.id,
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
    await keepDocumentFile(tx, pdf, { documentId: transferId, stage: 'issued', name, at })
  })
}

async function slipData(dossier: DossierRow, transfer: TransferRow): Promise<TransferSlipData> {
  const to = await getAgency(db, transfer.toAgencyId)
  const from = await getAgency(db, transfer.fromAgencyId)
  const officer = await getPost(db, transfer.offeredBy)
  const due = dossier.acceptedAt ? dossier.dueAt : null
  return transferSlipDataSchema.parse({
    ...(await slipFrameOf(db, dossier, officer)),
    owner: dossier.ownerName,
    toAgency: to.nameVi,
    reason: transfer.reason,
    dueAt: due?.toISOString() ?? null,
    tasks: [
      { agency: to.nameVi, task: 'Giải quyết hồ sơ và trả kết quả', limit: 'theo ngày hẹn trả' },
      {
        agency: from.nameVi,
        task: 'Chịu trách nhiệm về hồ sơ đến khi có xác nhận tiếp nhận',
        limit: 'đến khi xác nhận',
      },
    ],
    papers: await paperLines(dossier),
    issuedAt: transfer.offeredAt.toISOString(),
    signer: { name: officer.fullName },
  })
}

async function paperLines(dossier: DossierRow): Promise<TransferSlipData['papers']> {
  const { papers } = getProcedureBody(await getDefinition(db, dossier.procedureVersionId))
  const filed = await findFiledPapers(db, dossier.id)
  return papers
    .filter(({ key }) => filed.some(({ slotKey, files }) => slotKey === key && files.length > 0))
    .map(({ name }) => ({ name: name.vi, form: 'electronic' as const }))
}
