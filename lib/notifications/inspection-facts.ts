import type { Queryable } from '@/db/client'
import { findTeam, findVisitById } from '@/db/queries/inspections'
import type { NoticeEvent } from '@/db/queries/notifications'
import type { Params } from './messages/message'

/** What the messages about an inspection say beside the status; undefined for other events. */
export async function inspectionFacts(
  on: Queryable,
  { type, details }: NoticeEvent,
): Promise<Params | undefined> {
  switch (type) {
    case 'plan-inspection':
      return planOf(on, String(details['inspectionId']))
    case 'record-minutes':
      return { heldOn: String(details['heldOn'] ?? '') }
    case 'demand-corrections':
      return {
        heldOn: String(details['heldOn'] ?? ''),
        dueOn: String(details['dueOn'] ?? ''),
        count: String(details['items'] ?? ''),
      }
    case 'record-recheck':
      return { met: details['met'] ? 'yes' : 'no' }
    default:
      return undefined
  }
}

/** Time, place, people and content of a planned visit. */
async function planOf(on: Queryable, inspectionId: string): Promise<Params> {
  const visit = await findVisitById(on, inspectionId)
  const team = await findTeam(on, inspectionId)
  return {
    plannedFor: visit?.plannedFor?.toISOString() ?? '',
    place: visit?.place ?? '',
    team: team.map(({ name, title }) => `${name} (${title})`).join('; '),
    agenda: visit?.agenda ?? '',
    decisionNumber: visit?.decisionNumber ?? '',
  }
}
