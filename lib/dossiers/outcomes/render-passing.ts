import { db } from '@/db/client'
import { getAgency, getPost, type PostWithName } from '@/db/queries/agencies'
import { findDocumentFile } from '@/db/queries/documents'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { getPassing, type PassingRow } from '@/db/queries/passings'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { type TransferSlipData, transferSlipDataSchema } from '@/lib/documents/transfer-slip-data'
import { longMoment } from '@/lib/documents/vietnamese-dates'
import { issueTransferSlip } from '@/lib/dossiers/outcomes/issue-transfer-slip'
import { slipFrameOf } from '@/lib/dossiers/slip-frame'

/**
 * The job behind passing a dossier on: the transfer slip with task and limit of each agency (Decree
 * 118/2025 Art. 20). The document has the id of the passing, so that run again the job finds it there.
 */
export async function renderPassingSlipOf({ passingId }: { passingId: string }): Promise<void> {
  if (await findDocumentFile(db, passingId, 'issued')) return
  const passing = await getPassing(db, passingId)
  const dossier = await findDossier(db, passing.dossierId)
  if (!dossier) throw new Error(`no dossier ${passing.dossierId}`)
  const officer = await getPost(db, passing.passedBy)
  const data = await slipData(dossier, passing, officer)
  await issueTransferSlip(dossier.id, { id: passingId, data, officer })
}

async function slipData(
  dossier: DossierRow,
  passing: PassingRow,
  officer: PostWithName,
): Promise<TransferSlipData> {
  const to = await getAgency(db, passing.toAgencyId)
  const from = await getAgency(db, passing.fromAgencyId)
  const frame = await slipFrameOf(db, dossier, officer)
  const receivedAt = (dossier.receivedAt ?? passing.passedAt).toISOString()
  const { papersDueAt } = passing
  const bringPapers = papersDueAt && {
    agency: from.nameVi,
    task: 'Chuyển hồ sơ giấy',
    limit: `chậm nhất ${longMoment(papersDueAt)}`,
  }
  return transferSlipDataSchema.parse({
    ...frame,
    dossier: { ...frame.dossier, receivedAt },
    owner: dossier.ownerName,
    toAgency: to.nameVi,
    reason: 'Hồ sơ được tiếp nhận không phụ thuộc vào địa giới hành chính',
    dueAt: null,
    countedFrom: passing.passedAt.toISOString(),
    tasks: [
      {
        agency: to.nameVi,
        task: 'Giải quyết hồ sơ và chuyển kết quả về nơi tiếp nhận',
        limit: 'thời hạn của thủ tục, tính từ khi nhận dữ liệu',
      },
      ...(bringPapers ? [bringPapers] : []),
      {
        agency: from.nameVi,
        task: 'Trả kết quả bản giấy cho người nộp, nếu có',
        limit: 'khi nhận được kết quả',
      },
    ],
    papers: await paperLines(dossier, passing),
    issuedAt: passing.passedAt.toISOString(),
    signer: { name: officer.fullName },
  })
}

async function paperLines(
  dossier: DossierRow,
  passing: PassingRow,
): Promise<TransferSlipData['papers']> {
  const { papers } = await procedureOfVersion(db, dossier.procedureVersionId)
  const filed = await findFiledPapers(db, dossier.id)
  return papers
    .filter(({ key }) => filed.some(({ slotKey, files }) => slotKey === key && files.length > 0))
    .flatMap(({ key, name }) => [
      { name: name.vi, form: 'electronic' as const },
      ...(passing.papers.includes(key) ? [{ name: name.vi, form: 'paper' as const }] : []),
    ])
}
