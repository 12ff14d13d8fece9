import { db, inTransaction, type Transaction } from '@/db/client'
import { type DossierRow, findDossierForUpdate } from '@/db/queries/dossiers'
import { findHeld, findLatePassings, findPassing } from '@/db/queries/passings'
import { findOfficers, insertBreach, takeMark } from '@/db/queries/watch'
import { performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import type { Actor } from '@/lib/identity/actor'
import { noticeToOfficers } from '@/lib/notifications/officer-notices'
import { newId } from '@/lib/shared/ids'
import type { OfficerRole } from '@/lib/workflow/roles'

const WATCH: Actor = { kind: 'system', job: 'watch-deadlines' }
/** The limit of one working day that the receiving desk answers for (Decree 118/2025 Art. 20.1.a). */
const PAPERS_CLOCK = 'pass-paper'

/**
 * Watches what was filed elsewhere: tells the receiving desk of a new dossier, which it passes on at once,
 * and records papers that did not arrive in time, which its head hears of (Decree 118/2025 Art. 20).
 * Nothing is said twice. Business time.
 */
export async function watchElsewhere(at: Date): Promise<{ reminded: number; breaches: number }> {
  const counts = { reminded: 0, breaches: 0 }
  for (const dossierId of await findHeld(db))
    if (await inTransaction((tx) => remindToPassOn(tx, dossierId, at))) counts.reminded += 1
  for (const { dossierId } of await findLatePassings(db, at))
    if (await inTransaction((tx) => recordLatePapers(tx, dossierId, at))) counts.breaches += 1
  return counts
}

async function remindToPassOn(tx: Transaction, dossierId: string, at: Date): Promise<boolean> {
  const dossier = await findDossierForUpdate(tx, dossierId)
  if (dossier?.filedElsewhere !== 'held' || !dossier.receivedAt) return false
  const [kind, about] = ['pass-on', dossier.receivedAt.toISOString()] as const
  if (!(await takeMark(tx, { dossierId, kind, about, at }))) return false
  const event = await performEvent(tx, {
    dossierId,
    event: 'remind',
    actor: WATCH,
    at,
    details: { kind, about },
  })
  if (!event.ok) return false
  await tell(tx, { dossier, event: event.value, at, duty: { kind, about }, roles: ['deskOfficer'] })
  return true
}

async function recordLatePapers(tx: Transaction, dossierId: string, at: Date): Promise<boolean> {
  const dossier = await findDossierForUpdate(tx, dossierId)
  const passing = await findPassing(tx, dossierId)
  // Somebody may have confirmed them between the look and the lock.
  if (!dossier || !passing?.papersDueAt || passing.confirmedAt) return false
  const [kind, about] = ['papers-late', passing.papersDueAt.toISOString()] as const
  if (!(await takeMark(tx, { dossierId, kind, about, at }))) return false
  const breachId = newId()
  const event = await performEvent(tx, {
    dossierId,
    event: 'record-breach',
    actor: WATCH,
    at,
    details: { breachId, kind, clockKey: PAPERS_CLOCK, due: about },
  })
  if (!event.ok) return false
  await insertBreach(tx, {
    id: breachId,
    dossierId,
    agencyId: passing.fromAgencyId,
    kind,
    clockKey: PAPERS_CLOCK,
    dueAt: passing.papersDueAt,
    recordedAt: at,
  })
  const roles = ['deskOfficer', 'agencyLeader'] as const
  await tell(tx, { dossier, event: event.value, at, duty: { kind, about }, roles })
  return true
}

type Told = {
  dossier: DossierRow
  event: RecordedEvent
  at: Date
  duty: { kind: string; about: string }
  roles: readonly OfficerRole[]
}

/** The officers of the receiving agency; one person in two roles hears it once. */
async function tell(tx: Transaction, { dossier, event, at, duty, roles }: Told): Promise<void> {
  const agencyId = dossier.receivingAgencyId
  const found = await Promise.all(roles.map((role) => findOfficers(tx, { agencyId, role }, at)))
  const officers = new Map(found.flat().map((officer) => [officer.personId, officer]))
  await noticeToOfficers(tx, {
    dossierId: dossier.id,
    seq: event.seq,
    duty: duty.kind,
    about: duty.about,
    officers: [...officers.values()],
  })
}
