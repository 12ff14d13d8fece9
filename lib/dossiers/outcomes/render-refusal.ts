import { db, inTransaction } from '@/db/client'
import { getAgency, getPost, type PostWithName } from '@/db/queries/agencies'
import {
  changeDocument,
  type DocumentRow,
  findDocument,
  findDocumentFile,
} from '@/db/queries/documents'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { listRefundRequests } from '@/db/queries/payments'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { renderRefusalSlip } from '@/lib/documents/refusal-slip'
import { type RefusalSlipData, refusalSlipDataSchema } from '@/lib/documents/refusal-slip-data'
import { headOf } from '@/lib/dossiers/agency-titles'
import { keepDocumentFile, storePdf } from '@/lib/dossiers/keep-document-file'
import { groundsOf, refusalDraftSchema } from '@/lib/dossiers/outcomes/refusal-grounds'
import { signDeskSlip } from '@/lib/dossiers/sign-desk-slip'
import { addresseeOf, slipFrameOf } from '@/lib/dossiers/slip-frame'
import type { Procedure } from '@/lib/procedures/procedure'
import { clock } from '@/lib/server/business-clock'
import { formatVnd } from '@/lib/shared/money'

/**
 * The job behind a refusal: slip 03 for its stage, signed by the desk officer who sent it (Decree 118/2025
 * Art. 17.1.c, 19.3). Run again it finds the slip there and leaves it: a reprint is the same bytes.
 */
export async function renderRefusalSlipOf(job: {
  dossierId: string
  eventId: string
}): Promise<void> {
  const dossier = await findDossier(db, job.dossierId)
  const slip = await findDocument(db, job.dossierId, 'refusal-slip')
  if (!dossier || !slip) throw new Error(`dossier ${job.dossierId} has no refusal to print`)
  if (await findDocumentFile(db, slip.id, 'issued')) return
  const sent = (await findEvents(db, dossier.id)).find(({ id }) => id === job.eventId)
  if (!sent?.actorPostId) throw new Error(`event ${job.eventId} was not raised by an officer`)
  const officer = await getPost(db, sent.actorPostId)
  const data = await slipData({ dossier, slip, officer, sentAt: sent.at })
  const pdf = await storePdf(
    await signDeskSlip(await renderRefusalSlip(data), {
      officer,
      reason: 'Thông báo từ chối giải quyết hồ sơ',
      place: data.heading.place,
    }),
  )
  const at = clock.now()
  await inTransaction(async (tx) => {
    const name = `phieu-tu-choi-${data.dossier.code}.pdf`
    const mine = await keepDocumentFile(tx, pdf, { documentId: slip.id, stage: 'issued', name, at })
    if (mine) await changeDocument(tx, slip.id, { data, state: 'issued' })
  })
}

type Sending = { dossier: DossierRow; slip: DocumentRow; officer: PostWithName; sentAt: Date }

async function slipData({ dossier, slip, officer, sentAt }: Sending): Promise<RefusalSlipData> {
  const draft = refusalDraftSchema.parse(slip.data)
  const procedure = await procedureOfVersion(db, dossier.procedureVersionId)
  const grounds = groundsOf(procedure, draft)
  if (!grounds.ok) throw new Error(`slip 03 without ground: ${grounds.refusal.code}`)
  const clauses = grounds.value.flatMap(({ clause }) => (clause ? [clause] : []))
  const agency = await getAgency(db, dossier.solvingAgencyId)
  return refusalSlipDataSchema.parse({
    ...(await slipFrameOf(db, dossier, officer)),
    stage: draft.stage,
    issuedAt: sentAt.toISOString(),
    addressee: await addresseeOf(db, dossier),
    legalGrounds: [...new Set(clauses)],
    reason: [...grounds.value.map(({ text }) => `${text.vi}.`), draft.words.trim()]
      .filter(Boolean)
      .join('\n'),
    fee: await feeLine(dossier, procedure),
    complaintTo: headOf(agency),
    signer: { name: officer.fullName },
  })
}

/** Refused at the door, the fee is owed back; after the appraisal it paid for work that was done. */
async function feeLine(dossier: DossierRow, { money }: Procedure): Promise<RefusalSlipData['fee']> {
  if (dossier.paymentState !== 'paid') return { kind: 'none' }
  const amount = formatVnd(dossier.feeVnd).replace('đ', 'đồng')
  const refund = (await listRefundRequests(db, dossier.id)).find(
    ({ reason }) => reason === 'refused-at-intake',
  )
  if (refund)
    return {
      kind: 'refund-requested',
      amount: formatVnd(refund.amount).replace('đ', 'đồng'),
      reference: refund.id.slice(-12).toUpperCase(),
    }
  const clause = money.fees[0]?.legal
  if (!clause) return { kind: 'none' }
  return { kind: 'by-sector-law', amount, refunded: false, clause: `Thông tư ${clause}` }
}
