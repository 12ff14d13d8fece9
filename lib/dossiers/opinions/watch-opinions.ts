import { db, inTransaction, type Transaction } from '@/db/client'
import { type DossierRow, findDossier } from '@/db/queries/dossiers'
import { promiseJobs } from '@/db/queries/jobs'
import { insertLetter } from '@/db/queries/notifications'
import {
  changeOpinionRequest,
  findOpinionForUpdate,
  findOpinionsDueBefore,
  type OpinionRequestRow,
} from '@/db/queries/opinion-requests'
import { findOfficers, type OfficerAddress, takeMark } from '@/db/queries/watch'
import { performEvent, type RecordedEvent } from '@/lib/casework/perform-event'
import { dayOf } from '@/lib/deadlines/day'
import { OPINION_STATES } from '@/lib/dossiers/opinions/opinion-standing'
import type { Actor } from '@/lib/identity/actor'
import { noticeToOfficers } from '@/lib/notifications/officer-notices'
import { seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'

const WATCH: Actor = { kind: 'system', job: 'watch-deadlines' }
const DAY = 24 * 60 * 60 * 1000

/**
 * Reminds a unit the day before its opinion is due, and reports one that did not come to the one-door
 * unit and to whoever waits for it (Decree 118/2025 Art. 19.4). Nothing is said twice. Business time.
 */
export async function watchOpinions(at: Date): Promise<{ reminded: number; reported: number }> {
  const counts = { reminded: 0, reported: 0 }
  const before = new Date(at.getTime() + DAY)
  for (const { id } of await findOpinionsDueBefore(db, { before, states: OPINION_STATES })) {
    const done = await inTransaction((tx) => watchOne(tx, id, at))
    if (done) counts[done] += 1
  }
  return counts
}

async function watchOne(
  tx: Transaction,
  id: string,
  at: Date,
): Promise<'reminded' | 'reported' | undefined> {
  const request = await findOpinionForUpdate(tx, id)
  if (request?.state !== 'asked' || request.reportedLateAt) return undefined
  const late = at > request.dueAt
  const kind = late ? 'opinion-late' : 'opinion-reminder'
  if (!(await takeMark(tx, { dossierId: request.dossierId, kind, about: id, at }))) return undefined
  const event = await performEvent(tx, {
    dossierId: request.dossierId,
    event: 'remind',
    actor: WATCH,
    at,
    details: { kind, about: id },
  })
  // The dossier moved between the look and the lock: the request is void, nothing is owed.
  if (!event.ok) return undefined
  if (!late) {
    await remindUnit(tx, request)
    return 'reminded'
  }
  await changeOpinionRequest(tx, id, { reportedLateAt: at })
  await report(tx, request, { event: event.value, at })
  return 'reported'
}

async function remindUnit(tx: Transaction, request: OpinionRequestRow): Promise<void> {
  const id = newId()
  await insertLetter(tx, {
    id,
    kind: 'opinion-reminder',
    addressSealed: seal(request.email),
    locale: 'vi',
    params: {
      unit: request.unitName,
      due: dayOf(request.dueAt),
      asked: dayOf(request.askedAt),
    },
    messageId: `opinion-reminder-${request.id}`,
    createdAt: new Date(),
  })
  const key = `send-mail:${id}`
  await promiseJobs(tx, [{ kind: 'send-mail', payload: { messageId: id }, key }])
}

async function report(
  tx: Transaction,
  { dossierId, dueAt }: OpinionRequestRow,
  { event, at }: { event: RecordedEvent; at: Date },
): Promise<void> {
  const dossier = await findDossier(tx, dossierId)
  if (!dossier) throw new Error(`dossier ${dossierId} is gone`)
  const officers = new Map(
    (await whoHears(tx, dossier, at)).map((officer) => [officer.personId, officer]),
  )
  await noticeToOfficers(tx, {
    dossierId,
    seq: event.seq,
    duty: 'opinion-late',
    about: dueAt.toISOString(),
    officers: [...officers.values()],
  })
}

async function whoHears(tx: Transaction, dossier: DossierRow, at: Date): Promise<OfficerAddress[]> {
  const { solvingAgencyId: agencyId, assigneePostId } = dossier
  const desk = await findOfficers(tx, { agencyId, role: 'deskOfficer' }, at)
  const assignee = assigneePostId ? await findOfficers(tx, { postId: assigneePostId }, at) : []
  return [...desk, ...assignee]
}
