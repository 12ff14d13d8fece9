import type { Queryable } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { findStopRequest } from '@/db/queries/stop-requests'
import { type StopNoticeData, stopNoticeDataSchema } from '@/lib/documents/stop-notice-data'
import { type Lettering, letterFrame } from '@/lib/letters/letter-frame'
import { stopFee } from '@/lib/letters/stop-fee'
import { formatVnd } from '@/lib/shared/money'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

/** What form 05 says: who asked and when, the stage reached, papers and fee (Decree 118/2025 Art. 21). */
export async function stopMatter(
  tx: Queryable,
  about: Lettering,
): Promise<StopNoticeData | undefined> {
  const { dossier } = about
  const request = await findStopRequest(tx, dossier.id)
  if (request?.state !== 'asked') return undefined
  const frame = await letterFrame(tx, about)
  const fee = await stopFee(tx, dossier)
  const amount = formatVnd(dossier.feeVnd).replace('đ', 'đồng')
  return stopNoticeDataSchema.parse({
    ...frame,
    owner: dossier.ownerName,
    dueAt: dossier.clocks.at(-1)?.due ?? null,
    request: {
      by: frame.addressee.name,
      at: request.askedAt.toISOString(),
      channel: request.channel,
      reason: request.reason,
    },
    stageReached: STAGES[dossier.stateBefore ?? 'accepted'] ?? 'Đang giải quyết',
    papersReturned: papersReturned(dossier),
    fee:
      fee.outcome === 'none' ? { kind: 'none' } : { kind: fee.outcome, amount, clause: fee.ground },
  })
}

/** What was handed in on paper goes back whole; what came online was never taken. */
export function papersReturned({ channel }: Pick<DossierRow, 'channel'>): string[] {
  return channel === 'online' ? [] : ['toàn bộ giấy tờ bản giấy đã nộp kèm hồ sơ']
}

const STAGES: Partial<Record<LicenceState, string>> = {
  accepted: 'Đã tiếp nhận, chờ phân công thụ lý',
  appraisal: 'Thẩm định hồ sơ',
  'supplement-release': 'Thẩm định hồ sơ',
  supplement: 'Chờ người nộp bổ sung hồ sơ',
  'site-correction': 'Chờ cơ sở khắc phục theo biên bản thẩm định',
  'awaiting-obligation': 'Chờ nộp phí, lệ phí',
  review: 'Lãnh đạo phòng soát xét kết quả thẩm định',
  approval: 'Trình lãnh đạo cơ quan',
}
