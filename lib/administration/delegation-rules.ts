import { addDays, addMonths, type Day, daysBetween, momentOf } from '@/lib/deadlines/day'
import type { LentPowers } from '@/lib/identity/actor'
import { lendableEvents } from '@/lib/identity/lent-powers'
import { accept, type Result, refuse } from '@/lib/shared/result'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { OfficerRole } from '@/lib/workflow/roles'

/** What a paper says about lending: which acts, of which procedures, from when until when, by which number. */
export type DelegationPaper = {
  events: readonly LicenceEvent[]
  /** Empty: all procedures. */
  procedures: readonly string[]
  capacity: LentPowers['capacity']
  paperNumber: string
  paperDay: Day
  /** First and last day, both included. */
  fromDay: Day
  toDay: Day
}

type Post = {
  id: string
  personId: string
  agencyId: string
  roles: readonly OfficerRole[]
}

export type PaperRefusal =
  | { code: 'delegation-to-oneself' }
  | { code: 'delegation-other-agency' }
  | { code: 'delegation-to-administrator' }
  | { code: 'delegation-without-acts' }
  | { code: 'power-not-held'; events: readonly LicenceEvent[] }
  | { code: 'delegation-period' }
  | { code: 'delegation-paper-late' }

/** Acts with which a leader signs a document. */
const SIGNED_ACTS: readonly LicenceEvent[] = ['approve', 'grant-extension', 'confirm-stop']

/** Whether the paper lends the power to sign documents, and with it needs a certificate of one's own. */
export function lendsSignature({ events }: Pick<DelegationPaper, 'events'>): boolean {
  return events.some((event) => SIGNED_ACTS.includes(event))
}

/**
 * Whether the paper may stand (Decree 30/2020 Art. 13.3: in writing, limited in time and content; no longer
 * than a year). `lender` lends to `borrower`; `today` is the day by the law's clock.
 */
export function judgePaper(
  paper: DelegationPaper,
  { lender, borrower, today }: { lender: Post; borrower: Post; today: Day },
): Result<undefined, PaperRefusal> {
  if (borrower.agencyId !== lender.agencyId) return refuse({ code: 'delegation-other-agency' })
  if (borrower.id === lender.id || borrower.personId === lender.personId)
    return refuse({ code: 'delegation-to-oneself' })
  // Who looks after the system decides nothing, not even in another's place.
  if (borrower.roles.includes('administrator'))
    return refuse({ code: 'delegation-to-administrator' })
  if (paper.events.length === 0) return refuse({ code: 'delegation-without-acts' })
  const held = lendableEvents(lender.roles)
  const foreign = paper.events.filter((event) => !held.includes(event))
  if (foreign.length > 0) return refuse({ code: 'power-not-held', events: foreign })
  if (!isSensible(paper, today)) return refuse({ code: 'delegation-period' })
  if (paper.paperDay > paper.fromDay) return refuse({ code: 'delegation-paper-late' })
  return accept(undefined)
}

/** The moments between which the powers are lent: whole days in Viet Nam. */
export function momentsOf({ fromDay, toDay }: Pick<DelegationPaper, 'fromDay' | 'toDay'>) {
  return { validFrom: momentOf(fromDay, 0), validTo: momentOf(addDays(toDay, 1), 0) }
}

function isSensible({ fromDay, toDay }: DelegationPaper, today: Day): boolean {
  return daysBetween(fromDay, toDay) >= 0 && toDay >= today && toDay < addMonths(fromDay, 12)
}
