import { db } from '@/db/client'
import { getAgency, getPost } from '@/db/queries/agencies'
import { findDocumentFile } from '@/db/queries/documents'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { getTransfer, type TransferRow } from '@/db/queries/outcomes'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { type TransferSlipData, transferSlipDataSchema } from '@/lib/documents/transfer-slip-data'
import { issueTransferSlip } from '@/lib/dossiers/outcomes/issue-transfer-slip'
import { slipFrameOf } from '@/lib/dossiers/slip-frame'

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
  await issueTransferSlip(dossier.id, { id: transferId, data, officer })
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
  const { papers } = await procedureOfVersion(db, dossier.procedureVersionId)
  const filed = await findFiledPapers(db, dossier.id)
  return papers
    .filter(({ key }) => filed.some(({ slotKey, files }) => slotKey === key && files.length > 0))
    .map(({ name }) => ({ name: name.vi, form: 'electronic' as const }))
}
