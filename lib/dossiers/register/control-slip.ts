import { db } from '@/db/client'
import { getPost } from '@/db/queries/agencies'
import { findHandOverEvents, type HandOverEvent } from '@/db/queries/register'
import { findCaseFile } from '@/lib/casework/case-file'
import { dayOf } from '@/lib/deadlines/day'
import { standingOf } from '@/lib/deadlines/standing'
import { renderControlSlip } from '@/lib/documents/control-slip'
import { type ControlSlipData, controlSlipDataSchema } from '@/lib/documents/control-slip-data'
import { addresseeOf, slipFrameOf } from '@/lib/dossiers/slip-frame'
import type { PersonActor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

/** Who holds a dossier in each state, as the control slip names them. */
const HOLDER: Record<LicenceState, string> = {
  'awaiting-payment': 'Người nộp hồ sơ',
  submitted: 'Bộ phận Một cửa',
  'supplement-at-intake': 'Người nộp hồ sơ',
  'refused-at-intake': 'Người nộp hồ sơ',
  accepted: 'Lãnh đạo phòng chuyên môn',
  appraisal: 'Chuyên viên thụ lý',
  'supplement-release': 'Bộ phận Một cửa',
  supplement: 'Người nộp hồ sơ',
  'site-correction': 'Cơ sở được thẩm định',
  'awaiting-obligation': 'Người nộp hồ sơ',
  review: 'Lãnh đạo phòng chuyên môn',
  approval: 'Lãnh đạo cơ quan',
  signing: 'Hệ thống ký số',
  'awaiting-seal': 'Văn thư',
  sealing: 'Hệ thống ký số',
  refusing: 'Bộ phận Một cửa',
  issued: 'Bộ phận Một cửa',
  refused: 'Bộ phận Một cửa',
  delivered: 'Người nộp hồ sơ',
  correcting: 'Chuyên viên thụ lý',
  'stop-requested': 'Lãnh đạo cơ quan',
  withdrawn: 'Bộ phận Một cửa',
  stopped: 'Người nộp hồ sơ',
}

/** What the events that pass a dossier on are called on the slip; others pass by their state alone. */
const WHAT: Readonly<Record<string, string>> = {
  accept: 'Hồ sơ đã tiếp nhận',
  'refuse-intake': 'Phiếu từ chối tiếp nhận',
  'request-supplement': 'Phiếu yêu cầu bổ sung',
  'ask-supplement': 'Đề nghị yêu cầu bổ sung',
  'release-supplement': 'Phiếu yêu cầu bổ sung',
  supply: 'Nội dung bổ sung',
  assign: 'Hồ sơ phân công thụ lý',
  claim: 'Hồ sơ phân công thụ lý',
  'demand-corrections': 'Biên bản thẩm định',
  'report-corrections': 'Báo cáo khắc phục',
  'propose-decision': 'Dự thảo kết quả',
  'confirm-proposal': 'Dự thảo kết quả',
  'return-to-case-officer': 'Hồ sơ trả lại',
  approve: 'Kết quả đã phê duyệt',
  'result-signed': 'Kết quả đã ký số',
  'authorise-seal': 'Kết quả đã cấp số',
  issue: 'Kết quả giải quyết',
  'approve-refusal': 'Kết quả đã phê duyệt',
  'release-refusal': 'Phiếu từ chối giải quyết',
  deliver: 'Kết quả giải quyết',
}

/**
 * The control slip (form 06 of Circular 03/2025/TT-VPCP), made from the record each time: one row per
 * hand-over. The same record gives the same bytes. For officers of the agency who may see the dossier.
 */
export async function printControlSlip(
  actor: PersonActor,
  dossierId: string,
): Promise<Result<Uint8Array, { code: 'not-found' }>> {
  if (actor.capacity.kind !== 'officer') return refuse({ code: 'not-found' })
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-record' })
  if (!file.ok) return file
  const { dossier } = file.value
  const officer = await getPost(db, actor.capacity.postId)
  const events = await findHandOverEvents(db, dossierId)
  const frame = await slipFrameOf(db, dossier, officer)
  const addressee = await addresseeOf(db, dossier)
  const [, day = '', serial = ''] = dossier.dossierCode?.match(/-(\d{6})-(\d+)$/) ?? []
  const last = events.at(-1)?.at ?? dossier.submittedAt
  const data: ControlSlipData = controlSlipDataSchema.parse({
    ...frame,
    owner: addressee.name,
    register: { book: `${day.slice(2, 4)}/20${day.slice(0, 2)}`, number: serial },
    dueAt: dossier.dueAt?.toISOString() ?? null,
    solvingAgency: frame.agencyName,
    coordinatingAgencies: [],
    handOvers: handOversOf(events),
    result:
      dossier.endedAt && dossier.dueAt
        ? standingOf({ due: dossier.dueAt, ended: dossier.endedAt, now: last })
        : null,
    issuedAt: last.toISOString(),
    signer: { name: officer.fullName },
  })
  return accept((await renderControlSlip(data)).bytes)
}

/** One row per hand-over: who gave, who took, when, and how the giver stood to the step's time. */
export function handOversOf(events: readonly HandOverEvent[]): ControlSlipData['handOvers'] {
  return events.map((event, index) => {
    const next = events[index + 1]
    return {
      from: party(event.fromState, event),
      to: party(event.toState, next),
      at: event.at.toISOString(),
      what: WHAT[event.type] ?? 'Hồ sơ',
      result: stepResult(event),
      note: '',
    }
  })
}

function party(state: string | null, by: HandOverEvent | undefined) {
  const holder = state === null ? 'Người nộp hồ sơ' : holderOf(state)
  const office = by?.division && holder !== 'Người nộp hồ sơ'
  return { unit: holder, person: office ? (by?.actorName ?? '') : '' }
}

function holderOf(state: string): string {
  return HOLDER[state as LicenceState] ?? state
}

function stepResult({ at, details }: HandOverEvent) {
  const done = details['stepDone'] as { due?: string | null } | undefined
  if (!done?.due) return null
  const due = new Date(done.due)
  if (dayOf(at) > dayOf(due)) return 'overdue' as const
  return dayOf(at) < dayOf(due) ? ('early' as const) : ('on-time' as const)
}
