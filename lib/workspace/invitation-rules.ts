import { addDays, type Day, dayOf, daysBetween, momentOf } from '@/lib/deadlines/day'
import type { MemberRole } from '@/lib/workflow/roles'

/** Whom the representative invites, and with what. */
export type Invitation = {
  name: string
  role: MemberRole
  /** 12 figures, or the 9 of an old identity card. */
  nationalId?: string | undefined
  /** Instead of the identifier: where the link goes. */
  email?: string | undefined
  /** Keys; empty: all procedures. Only a consultant's mandate names some. */
  procedures: readonly string[]
  /** Only of a consultant: the mandate lets them file without approval. */
  mayFile: boolean
  paperNumber?: string | undefined
  paperDay?: Day | undefined
  /** First and last day, both included. */
  fromDay?: Day | undefined
  toDay?: Day | undefined
}

export type InvitationFault =
  | 'member-unnamed'
  | 'mandate-without-paper'
  | 'mandate-period'
  | 'mandate-paper-late'

/**
 * What keeps an invitation from being sent. A consultant acts by written authorisation, dated and limited in
 * time; people of the organisation itself need none.
 */
export function judgeInvitation(invitation: Invitation, at: Date): InvitationFault | undefined {
  const { nationalId, email, role, paperNumber, paperDay, fromDay, toDay } = invitation
  if (!nationalId && !email) return 'member-unnamed'
  if (role !== 'consultant') return undefined
  if (!paperNumber || !paperDay) return 'mandate-without-paper'
  if (!fromDay || !toDay || daysBetween(fromDay, toDay) < 0 || toDay < dayOf(at))
    return 'mandate-period'
  return paperDay > fromDay ? 'mandate-paper-late' : undefined
}

/** The moments between which a membership lasts: whole days in Viet Nam for a mandate, from now on otherwise. */
export function periodOf(
  { role, fromDay, toDay }: Invitation,
  at: Date,
): { validFrom: Date; validTo: Date | null } {
  if (role !== 'consultant' || !fromDay || !toDay) return { validFrom: at, validTo: null }
  return { validFrom: momentOf(fromDay, 0), validTo: momentOf(addDays(toDay, 1), 0) }
}
