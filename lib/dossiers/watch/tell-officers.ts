import type { Transaction } from '@/db/client'
import type { DossierRow } from '@/db/queries/dossiers'
import { findOfficers, type OfficerAddress } from '@/db/queries/watch'
import type { RecordedEvent } from '@/lib/casework/perform-event'
import type { BreachKind, Duty, ReminderKind } from '@/lib/dossiers/watch/duties'
import { noticeToOfficers } from '@/lib/notifications/officer-notices'
import type { OfficerRole } from '@/lib/workflow/roles'

type Audience = readonly (OfficerRole | 'assignee')[]

/** Who in the office hears of what; reminders of the applicant's own time are not the office's business. */
const AUDIENCE: Record<ReminderKind | BreachKind, Audience> = {
  'new-dossier': ['deskOfficer'],
  'acceptance-late': ['deskOfficer', 'agencyLeader'],
  'extend-first': ['assignee', 'headOfDivision'],
  'extend-last': ['assignee', 'headOfDivision'],
  'extend-today': ['assignee', 'headOfDivision', 'agencyLeader'],
  overdue: ['assignee', 'headOfDivision', 'agencyLeader', 'deskOfficer'],
  'correction-late': ['assignee', 'headOfDivision', 'agencyLeader'],
  'step-late': ['assignee', 'headOfDivision'],
  'reply-first': [],
  'reply-second': [],
  'reply-last': [],
  'close-proposed': ['deskOfficer'],
}

/** Tells the officers concerned about a duty of the watch, once each, in the watch's own transaction. */
export async function tellOfficers(
  tx: Transaction,
  told: { dossier: DossierRow; event: RecordedEvent; duty: Duty; at: Date },
): Promise<void> {
  const { dossier, event, duty, at } = told
  const officers = new Map<string, OfficerAddress>()
  for (const who of AUDIENCE[duty.kind]) {
    for (const officer of await officersOf(tx, { who, dossier, at })) {
      officers.set(officer.personId, officer)
    }
  }
  await noticeToOfficers(tx, {
    dossierId: dossier.id,
    seq: event.seq,
    duty: duty.kind,
    about: duty.about.split(' ').at(-1) ?? '',
    officers: [...officers.values()],
  })
}

async function officersOf(
  tx: Transaction,
  { who, dossier, at }: { who: OfficerRole | 'assignee'; dossier: DossierRow; at: Date },
): Promise<OfficerAddress[]> {
  if (who !== 'assignee') {
    return findOfficers(tx, { agencyId: dossier.solvingAgencyId, role: who }, at)
  }
  return dossier.assigneePostId ? findOfficers(tx, { postId: dossier.assigneePostId }, at) : []
}
