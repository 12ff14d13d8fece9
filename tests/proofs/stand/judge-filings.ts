import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { findEvents } from '@/db/queries/events'
import { verifyChain } from '@/lib/ledger/chain'
import type { Acknowledgement } from './http-applicant'

export type Filings = {
  acknowledged: number
  /** Acknowledged, and not there, or there as another dossier. */
  lost: string[]
  /** Drafts with more than one dossier, and dossiers that no draft leads to. */
  doubled: string[]
  /** Dossiers without their one event, their papers, or what their job had to do. */
  halfDone: string[]
}

type Row = {
  id: string
  /** Of the drafts that name this dossier. */
  drafts: number
  keys: number
  papers: number
  notices: number
}

/**
 * Compares what applicants were told, by their own log, with what the database holds of them. Each
 * applicant wrote the given drafts and no others; each draft has so many papers.
 */
export async function judgeFilings(
  ackFile: string,
  { personIds, papers }: { personIds: string[]; papers: number },
): Promise<Filings> {
  const acks = readAcks(ackFile)
  const rows = await dossiersOf(personIds)
  const found = new Map(rows.map((row) => [row.id, row]))
  const told = Map.groupBy(acks, ({ draftId }) => draftId)
  const lost = acks.filter(({ dossierId }) => !found.has(dossierId))
  const twice = [...told].filter(([, some]) => new Set(some.map((ack) => ack.dossierId)).size > 1)
  const strays = rows.filter(({ drafts, keys }) => drafts !== 1 || keys !== 1)
  const halfDone: string[] = []
  for (const row of rows) {
    const fault = await faultOf(row, papers)
    if (fault) halfDone.push(`dossier ${row.id}: ${fault}`)
  }
  return {
    acknowledged: told.size,
    lost: lost.map(
      ({ draftId, dossierId }) => `draft ${draftId}: dossier ${dossierId} is not there`,
    ),
    doubled: [
      ...twice.map(([draftId, some]) => `draft ${draftId} was told of ${some.length} dossiers`),
      ...strays.map(({ id, drafts, keys }) => `dossier ${id} has ${drafts} drafts, ${keys} keys`),
    ],
    halfDone,
  }
}

export function readAcks(file: string): Acknowledgement[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Acknowledgement)
}

async function dossiersOf(personIds: string[]): Promise<Row[]> {
  const rows = await db.execute<Row>(sql`
    select d.id,
      (select count(*)::int from drafts w where w.submitted_dossier_id = d.id) as drafts,
      (select count(*)::int from submit_keys k where k.dossier_id = d.id) as keys,
      (select count(*)::int from papers p where p.dossier_id = d.id) as papers,
      (select count(*)::int from inbox_notices n where n.dossier_id = d.id and n.seq = 1) as notices
    from dossiers d where d.submitter_person_id in ${personIds}`)
  return [...rows]
}

async function faultOf(row: Row, papers: number): Promise<string | undefined> {
  const events = await findEvents(db, row.id)
  if (events.length !== 1 || events[0]?.type !== 'submit') return `${events.length} events`
  if (!verifyChain(events).ok) return 'its chain is broken'
  if (row.papers !== papers) return `${row.papers} papers instead of ${papers}`
  return row.notices === 1 ? undefined : `${row.notices} notices`
}
