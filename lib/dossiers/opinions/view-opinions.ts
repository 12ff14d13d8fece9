import { db } from '@/db/client'
import { findOpinionRequests } from '@/db/queries/opinion-requests'
import { findCaseFile } from '@/lib/casework/case-file'
import { type OpinionStanding, opinionStanding } from '@/lib/dossiers/opinions/opinion-standing'
import type { PersonActor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type OpinionView = {
  id: string
  unitName: string
  question: string
  askedAt: Date
  dueAt: Date
  standing: OpinionStanding
  silenceClause: string | null
  agrees: boolean | null
  answer: string | null
  answeredBy: string | null
  answeredAt: Date | null
}

/** All opinions asked for a dossier, joined: who said what, who is late. For the office alone. */
export async function viewOpinions(
  actor: PersonActor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<OpinionView[], { code: 'not-found' }>> {
  if (actor.capacity.kind !== 'officer') return refuse({ code: 'not-found' })
  const file = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!file.ok) return file
  const dossierState = file.value.dossier.state
  const rows = await findOpinionRequests(db, dossierId)
  return accept(
    rows.map((row) => ({
      id: row.id,
      unitName: row.unitName,
      question: row.question,
      askedAt: row.askedAt,
      dueAt: row.dueAt,
      standing: opinionStanding(row, { dossierState, at }),
      silenceClause: row.silenceClause,
      agrees: row.agrees,
      answer: row.answer,
      answeredBy: row.answeredBy,
      answeredAt: row.answeredAt,
    })),
  )
}
