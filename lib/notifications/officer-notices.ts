import type { Transaction } from '@/db/client'
import { findConflicted } from '@/db/queries/events'
import { gatherEventFacts } from './gather-facts'
import { recordNotices } from './notify'
import type { NoticePlan } from './plan'

export type OfficerToTell = { personId: string; fullName: string; email: string | null }

/**
 * Tells officers about a duty of the deadline watch: a line in their inbox and a letter, once per event
 * and person, in the watch's own transaction. Who declared an interest hears nothing.
 */
export async function noticeToOfficers(
  tx: Transaction,
  notice: {
    dossierId: string
    seq: number
    duty: string
    /** The date it is about, ISO 8601. */
    about: string
    officers: readonly OfficerToTell[]
  },
): Promise<void> {
  const { dossierId, seq, duty, about } = notice
  const conflicted = await findConflicted(tx, dossierId)
  const officers = notice.officers.filter(({ personId }) => !conflicted.includes(personId))
  if (officers.length === 0) return
  const { facts } = await gatherEventFacts(tx, { dossierId, seq })
  const plan: NoticePlan = { inbox: [], messages: [] }
  for (const { personId, fullName, email } of officers) {
    const params = { ...facts.params, addressee: 'person', addresseeName: fullName, duty, about }
    const common = { dossierId, seq, kind: 'officer-duty' as const, params }
    plan.inbox.push({ ...common, personId, organisationId: null, createdAt: facts.at })
    if (email) {
      plan.messages.push({
        ...common,
        channel: 'email',
        recipientPersonId: personId,
        address: email,
        locale: 'vi',
      })
    }
  }
  await recordNotices(tx, plan, new Date())
}
