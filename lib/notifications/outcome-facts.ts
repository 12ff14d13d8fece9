import type { Queryable } from '@/db/client'
import { findResultNumber, type NoticeEvent, type NoticeSubject } from '@/db/queries/notifications'
import { findOpinionText, getTransferAgencies, type TransferAgencies } from '@/db/queries/outcomes'
import { dayOf } from '@/lib/deadlines/day'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { Params } from './messages/message'

/** What the messages about an outcome say beside the status; undefined for other events. */
export async function outcomeFacts(
  on: Queryable,
  subject: NoticeSubject,
  { type, details }: NoticeEvent,
): Promise<Params | undefined> {
  switch (type) {
    case 'issue': {
      const number = (await findResultNumber(on, subject.dossierId)) ?? ''
      return {
        number,
        paperCopy: subject.wantsPaperCopy ? 'yes' : '',
        early: earlyFor(subject),
      }
    }
    case 'release-refusal':
      return { reasons: (await findOpinionText(on, String(details['opinionId']))) ?? '' }
    case 'demand-fee':
      return { amount: String(details['amountVnd']), payBy: String(details['payBy']) }
    case 'offer-transfer':
    case 'take-transfer':
    case 'decline-transfer':
      return otherAgencyOf(await getTransferAgencies(on, String(details['transferId'])), type)
    case 'deliver':
      return { via: String(details['via'] ?? '') }
    default:
      return undefined
  }
}

/** The promised date of a result that comes on an earlier day; empty when it is not early. */
function earlyFor({ issueDueAt, endedAt }: NoticeSubject): string {
  if (!issueDueAt || !endedAt) return ''
  return dayOf(endedAt) < dayOf(issueDueAt) ? issueDueAt.toISOString() : ''
}

/** The agency at the other end: once it is taken, that is the sender. */
function otherAgencyOf({ from, to }: TransferAgencies, event: LicenceEvent): Params {
  const other = event === 'take-transfer' ? from : to
  return { otherVi: other.nameVi, otherEn: other.nameEn }
}
