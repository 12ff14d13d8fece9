import { and, asc, desc, eq, gt, gte, inArray, or, sql } from 'drizzle-orm'
import { inTransaction, type Queryable, type Transaction } from '@/db/client'
import { chainHeads, chainLeaves } from '@/db/schema/chain-heads'
import { dossiers } from '@/db/schema/dossiers'
import { dossierEvents } from '@/db/schema/events'

export type HeadRow = typeof chainHeads.$inferSelect
export type LeafRow = typeof chainLeaves.$inferSelect
export type UnsealedChain = { dossierId: string; seq: number; hash: string; sealedSeq: number }
type EventRow = typeof dossierEvents.$inferSelect

const LEAVES_AT_ONCE = 2000

/** Reads as of one moment, so that an event that comes meanwhile does not look like a difference. */
export function inSnapshot<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read, read only`)
    return work(tx)
  })
}

export async function findNewestHead(tx: Queryable): Promise<HeadRow | undefined> {
  const [row] = await tx.select().from(chainHeads).orderBy(desc(chainHeads.number)).limit(1)
  return row
}

/** Chains that have grown since a head covered them, by the index of exactly those. */
export async function findUnsealedChains(tx: Queryable, limit: number): Promise<UnsealedChain[]> {
  return tx
    .select({
      dossierId: dossiers.id,
      seq: dossiers.lastSeq,
      hash: dossiers.lastHash,
      sealedSeq: dossiers.sealedSeq,
    })
    .from(dossiers)
    .where(gt(dossiers.lastSeq, dossiers.sealedSeq))
    .orderBy(asc(dossiers.id))
    .limit(limit)
}

/** Writes a head with its leaves; false when another worker has written one of this number. */
export async function insertHead(
  tx: Transaction,
  head: HeadRow,
  leaves: readonly Omit<LeafRow, 'headNumber' | 'position'>[],
): Promise<boolean> {
  const made = await tx
    .insert(chainHeads)
    .values(head)
    .onConflictDoNothing()
    .returning({ number: chainHeads.number })
  if (made.length === 0) return false
  const rows = leaves.map(({ dossierId, seq, hash }, position) => ({
    headNumber: head.number,
    position,
    dossierId,
    seq,
    hash,
  }))
  for (let from = 0; from < rows.length; from += LEAVES_AT_ONCE)
    await tx.insert(chainLeaves).values(rows.slice(from, from + LEAVES_AT_ONCE))
  await tx
    .update(dossiers)
    .set({ sealedSeq: sql`${chainLeaves.seq}` })
    .from(chainLeaves)
    .where(and(eq(chainLeaves.headNumber, head.number), eq(chainLeaves.dossierId, dossiers.id)))
  return true
}

/** A page of heads from a number on, oldest first. */
export async function findHeadsFrom(
  tx: Queryable,
  number: number,
  limit: number,
): Promise<HeadRow[]> {
  return tx
    .select()
    .from(chainHeads)
    .where(gte(chainHeads.number, number))
    .orderBy(asc(chainHeads.number))
    .limit(limit)
}

export type HeadLink = { number: number; payload: string; signature: string | null }

/** Every head from the first of these on; the signatures of these and of the newest. */
export async function findHeadLinks(tx: Queryable, signed: number[]): Promise<HeadLink[]> {
  if (signed.length === 0) return []
  const wanted = or(
    inArray(chainHeads.number, signed),
    sql`${chainHeads.number} = (select max(number) from chain_heads)`,
  )
  return tx
    .select({
      number: chainHeads.number,
      payload: chainHeads.payload,
      signature: sql<string | null>`case when ${wanted} then ${chainHeads.signature} end`,
    })
    .from(chainHeads)
    .where(gte(chainHeads.number, Math.min(...signed)))
    .orderBy(asc(chainHeads.number))
}

/** All chains that a head covers, in the order of its tree. */
export async function findLeavesOfHead(tx: Queryable, number: number): Promise<LeafRow[]> {
  return tx
    .select()
    .from(chainLeaves)
    .where(eq(chainLeaves.headNumber, number))
    .orderBy(asc(chainLeaves.position))
}

/** Where heads cover these dossiers, oldest head first. */
export async function findLeavesOf(tx: Queryable, dossierIds: string[]): Promise<LeafRow[]> {
  if (dossierIds.length === 0) return []
  return tx
    .select()
    .from(chainLeaves)
    .where(inArray(chainLeaves.dossierId, dossierIds))
    .orderBy(asc(chainLeaves.headNumber))
}

/** The events of these dossiers, each dossier's in their order. */
export async function findEventsOf(tx: Queryable, dossierIds: string[]): Promise<EventRow[]> {
  if (dossierIds.length === 0) return []
  return tx
    .select()
    .from(dossierEvents)
    .where(inArray(dossierEvents.dossierId, dossierIds))
    .orderBy(asc(dossierEvents.dossierId), asc(dossierEvents.seq))
}

export type ChainEnd = { id: string; code: string; lastSeq: number; lastHash: string }

/** What the register says of the ends of these chains. */
export async function findChainEnds(tx: Queryable, dossierIds: string[]): Promise<ChainEnd[]> {
  if (dossierIds.length === 0) return []
  return tx
    .select({
      id: dossiers.id,
      code: sql<string>`coalesce(${dossiers.dossierCode}, ${dossiers.submissionReference})`,
      lastSeq: dossiers.lastSeq,
      lastHash: dossiers.lastHash,
    })
    .from(dossiers)
    .where(inArray(dossiers.id, dossierIds))
}

/**
 * The next dossiers of which there is any trace, after an id: in the register, among the events, or
 * under a head. What was removed from one place still shows in another.
 */
export async function findTracesAfter(
  tx: Queryable,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    (select id from dossiers where id > ${after} order by id limit ${limit})
    union
    (select distinct dossier_id from dossier_events where dossier_id > ${after}
     order by dossier_id limit ${limit})
    union
    (select distinct dossier_id from chain_leaves where dossier_id > ${after}
     order by dossier_id limit ${limit})
    order by id limit ${limit}`)
  return rows.map(({ id }) => id)
}
