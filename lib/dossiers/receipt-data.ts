import type { Queryable } from '@/db/client'
import { getAgency, type PostWithName } from '@/db/queries/agencies'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { type DossierRow, findParties, getAnswers, type PartyRow } from '@/db/queries/dossiers'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { rulesAt } from '@/lib/casework/form-rules'
import { openAnswers } from '@/lib/casework/sealed-answers'
import { addDays, dayOf, daysBetween } from '@/lib/deadlines/day'
import { type ReceiptSlipData, receiptSlipDataSchema } from '@/lib/documents/receipt-slip-data'
import { clockStartingAt, describeLimit } from '@/lib/procedures/clocks'
import type { Procedure } from '@/lib/procedures/procedure'
import { requiredPapers } from '@/lib/procedures/required-papers'
import { env } from '@/lib/server/env'
import { maskNationalId, open } from '@/lib/server/sealed'
import { maskEmail, maskPhone } from '@/lib/shared/masked'
import { formatVnd } from '@/lib/shared/money'

/** What slip 01 says of an accepted dossier, personal data masked (form 01 of TT 03/2025/TT-VPCP). */
export async function receiptData(
  tx: Queryable,
  dossier: DossierRow,
  receiver: PostWithName,
): Promise<ReceiptSlipData> {
  const { dossierCode, acceptedAt } = dossier
  if (!dossierCode || !acceptedAt) throw new Error('a slip for a dossier that is not accepted')
  const agency = await getAgency(tx, dossier.solvingAgencyId)
  const versionId = dossier.clockVersionId ?? dossier.procedureVersionId
  const clocks = await procedureOfVersion(tx, versionId)
  const procedure = await procedureOfVersion(tx, dossier.procedureVersionId)
  return receiptSlipDataSchema.parse({
    heading: {
      parentAgency: agency.nameVi.toUpperCase(),
      agency: agency.contact.deskName.vi.toUpperCase(),
      place: agency.place,
    },
    dossierCode,
    copyFor: 'Giao người nộp hồ sơ',
    ...partyLines(await findParties(tx, dossier.id)),
    request: `${procedure.name.vi} (${procedure.nationalCode.value ?? procedure.key})`,
    papers: await paperLines(tx, dossier, procedure),
    dossierSets: 1,
    feePaid:
      dossier.paymentState === 'paid' ? formatVnd(dossier.feeVnd).replace('đ', 'đồng') : null,
    receivedAt: acceptedAt.toISOString(),
    promise: promiseOf(clocks, dossier),
    resultChannel: dossier.wantsPaperCopy
      ? 'trực tuyến (bản điện tử), nhận thêm bản giấy'
      : 'trực tuyến (bản điện tử), không nhận thêm bản giấy',
    register: register(dossierCode),
    receiver: { name: receiver.fullName, phone: agency.contact.phone || receiver.phone },
    submitterSigns: dossier.channel !== 'online',
    trackUrl: `${env().PUBLIC_ORIGIN}/track?code=${encodeURIComponent(dossierCode)}`,
    demo: env().APP_MODE !== 'production',
  })
}

function partyLines(parties: PartyRow[]) {
  const of = (role: PartyRow['role']) => parties.find((party) => party.role === role)
  const [owner, submitter, contact] = [of('owner'), of('submitter'), of('contact')]
  const nationalId = submitter?.nationalIdSealed
  return {
    owner: owner?.name ?? '',
    submitter: submitter?.name ?? '',
    identityNumber: nationalId ? maskNationalId(open(nationalId)) : '',
    address: owner?.address ?? submitter?.address ?? '',
    phone: maskPhone(contact?.phone ?? ''),
    email: maskEmail(contact?.email ?? ''),
  }
}

async function paperLines(tx: Queryable, dossier: DossierRow, procedure: Procedure) {
  const answers = openAnswers(procedure, await getAnswers(tx, dossier.id))
  const filed = await findFiledPapers(tx, dossier.id)
  const { facts } = rulesAt(procedure, dossier.submittedAt)
  return requiredPapers(procedure, answers, facts).flatMap(({ paper, demand }) => {
    const files = filed.find(({ slotKey }) => slotKey === paper.key)?.files.length ?? 0
    if (demand !== 'made-by-portal' && files === 0) return []
    const electronic = demand === 'made-by-portal' ? 'tạo trên hệ thống' : `${files} tệp`
    return [{ name: paper.name.vi, original: '', copy: '', electronic }]
  })
}

function promiseOf(procedure: Procedure, dossier: DossierRow): ReceiptSlipData['promise'] {
  const appraisal = clockStartingAt(procedure, 'acceptance')
  const issue = clockStartingAt(procedure, 'inspection-minutes')
  const { appraisalDueAt, acceptedAt } = dossier
  const countedFrom = dossier.clockStartAt ?? acceptedAt
  if (!appraisal || !appraisalDueAt || !countedFrom) throw new Error('no appraisal clock')
  const limit = describeLimit(appraisal.limit, 'vi')
  if (!issue) return { kind: 'one-clock', limit, dueAt: appraisalDueAt.toISOString() }
  const appraisalDueDay = dayOf(appraisalDueAt)
  return {
    kind: 'two-clocks',
    appraisalLimit: limit,
    appraisalDueDay,
    appraisalMovedFrom: movedFrom(appraisal.limit, dayOf(countedFrom), appraisalDueDay),
    issueLimit: describeLimit(issue.limit, 'vi'),
  }
}

/** The counted last day, when the due date was rolled forward from a day off. */
function movedFrom(limit: Procedure['clocks'][number]['limit'], from: string, due: string) {
  const [leg] = limit
  if (limit.length !== 1 || leg?.unit !== 'calendar-day') return null
  const counted = addDays(from, leg.value)
  return daysBetween(counted, due) > 0 ? counted : null
}

function register(dossierCode: string) {
  const [, day = '', serial = ''] = dossierCode.match(/-(\d{6})-(\d+)$/) ?? []
  return { book: `${day.slice(2, 4)}/20${day.slice(0, 2)}`, number: serial }
}
