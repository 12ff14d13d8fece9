import { db, inTransaction } from '@/db/client'
import { getPost } from '@/db/queries/agencies'
import { findDocumentFile, insertDocument } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findSupplementSlip, findSupplements } from '@/db/queries/supplements'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { dayOf } from '@/lib/deadlines/day'
import { renderSupplementSlip } from '@/lib/documents/supplement-slip'
import { keepDocumentFile, storePdf } from '@/lib/dossiers/keep-document-file'
import { signDeskSlip } from '@/lib/dossiers/sign-desk-slip'
import { clock } from '@/lib/server/business-clock'
import { newId } from '@/lib/shared/ids'
import { supplementLaw } from '@/lib/supplements/supplement-law'
import { type SlipSource, supplementSlipOf } from '@/lib/supplements/supplement-slip-of'

type Job = { dossierId: string; supplementId: string }

/**
 * The job behind a request to supplement: slip 02, signed by the desk officer who sent it (Decree 118/2025
 * Art. 17). Run again it finds the slip there and leaves it: a reprint is the same bytes.
 */
export async function renderSupplementSlipOf(job: Job): Promise<void> {
  const { dossierId } = job
  const { source, ordinal } = await readSource(job)
  const known = await findSupplementSlip(db, dossierId, ordinal)
  if (known && (await findDocumentFile(db, known.id, 'issued'))) return
  const data = await supplementSlipOf(db, source)
  const signed = await signDeskSlip(await renderSupplementSlip(data), {
    officer: source.officer,
    reason: 'Yêu cầu bổ sung, hoàn thiện hồ sơ',
    place: data.heading.place,
  })
  const pdf = await storePdf(signed)
  const at = clock.now()
  await inTransaction(async (tx) => {
    await insertDocument(tx, {
      id: newId(),
      dossierId,
      kind: 'supplement-slip',
      ordinal,
      data,
      verifyCode: null,
      number: null,
      issuedOn: null,
      state: 'issued',
      createdAt: at,
    })
    const kept = await findSupplementSlip(tx, dossierId, ordinal)
    if (!kept) throw new Error('the slip has no row')
    const name = `phieu-yeu-cau-bo-sung-${data.dossier.code}-${ordinal}.pdf`
    await keepDocumentFile(tx, pdf, { documentId: kept.id, stage: 'issued', name, at })
  })
}

/** Slips are counted in the order in which their requests went out. */
async function readSource({
  dossierId,
  supplementId,
}: Job): Promise<{ source: SlipSource; ordinal: number }> {
  const dossier = await findDossier(db, dossierId)
  if (!dossier) throw new Error(`no dossier ${dossierId}`)
  const sent = (await findSupplements(db, dossierId))
    .filter(({ releasedAt }) => releasedAt !== null)
    .toSorted((a, b) => Number(a.releasedAt) - Number(b.releasedAt))
  const index = sent.findIndex(({ id }) => id === supplementId)
  const supplement = sent[index]
  if (!supplement?.releasedBy || !supplement.releasedAt)
    throw new Error(`the request ${supplementId} was not sent`)
  const procedure = await procedureOfVersion(db, dossier.procedureVersionId)
  const { answerWithin } = supplementLaw(procedure, dayOf(supplement.releasedAt))
  return {
    ordinal: index + 1,
    source: {
      dossier,
      procedure,
      supplement,
      officer: await getPost(db, supplement.releasedBy),
      replyDays: answerWithin.value,
    },
  }
}
