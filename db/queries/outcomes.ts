import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { agencies } from '@/db/schema/agencies'
import { opinions } from '@/db/schema/casework'
import { documents } from '@/db/schema/documents'
import { dossierEvents } from '@/db/schema/events'
import { licences } from '@/db/schema/registry'
import {
  handOvers,
  resultCorrections,
  supplementItems,
  supplements,
  transfers,
} from '@/db/schema/turns'

export type Decision = 'grant' | 'refuse'
export type ResultCorrectionRow = typeof resultCorrections.$inferSelect
export type TransferRow = typeof transfers.$inferSelect
export type HandOverRow = typeof handOvers.$inferSelect

/** What the case officer proposed last; undefined before the first proposal. */
export async function findProposal(
  tx: Queryable,
  dossierId: string,
): Promise<Decision | undefined> {
  const [row] = await tx
    .select({ details: dossierEvents.details })
    .from(dossierEvents)
    .where(and(eq(dossierEvents.dossierId, dossierId), eq(dossierEvents.type, 'propose-decision')))
    .orderBy(desc(dossierEvents.seq))
    .limit(1)
  if (!row) return undefined
  return row.details['decision'] === 'refuse' ? 'refuse' : 'grant'
}

/** Whether the last round of supplementing ended with an item that was not good enough. */
export async function hasDeclinedItems(tx: Queryable, dossierId: string): Promise<boolean> {
  const [last] = await tx
    .select({ id: supplements.id })
    .from(supplements)
    .where(and(eq(supplements.dossierId, dossierId), eq(supplements.state, 'supplied')))
    .orderBy(desc(supplements.suppliedAt))
    .limit(1)
  if (!last) return false
  const declined = await tx
    .select({ id: supplementItems.id })
    .from(supplementItems)
    .where(and(eq(supplementItems.supplementId, last.id), eq(supplementItems.verdict, 'declined')))
    .limit(1)
  return declined.length > 0
}

export async function insertResultCorrection(
  tx: Transaction,
  row: typeof resultCorrections.$inferInsert,
): Promise<void> {
  await tx.insert(resultCorrections).values(row)
}

/** The correction under way; a dossier has one at a time. */
export async function findOpenCorrection(
  tx: Queryable,
  dossierId: string,
): Promise<ResultCorrectionRow | undefined> {
  const [row] = await tx
    .select()
    .from(resultCorrections)
    .where(and(eq(resultCorrections.dossierId, dossierId), isNull(resultCorrections.closedAt)))
  return row
}

/** The correction that a document is the outcome of. */
export async function findCorrectionOf(
  tx: Queryable,
  newDocumentId: string,
): Promise<ResultCorrectionRow | undefined> {
  const [row] = await tx
    .select()
    .from(resultCorrections)
    .where(eq(resultCorrections.newDocumentId, newDocumentId))
  return row
}

export async function findCorrections(
  tx: Queryable,
  dossierId: string,
): Promise<ResultCorrectionRow[]> {
  return tx
    .select()
    .from(resultCorrections)
    .where(eq(resultCorrections.dossierId, dossierId))
    .orderBy(desc(resultCorrections.openedAt))
}

export async function changeResultCorrection(
  tx: Transaction,
  id: string,
  changes: Partial<Pick<ResultCorrectionRow, 'fields' | 'closedAt'>>,
): Promise<void> {
  await tx.update(resultCorrections).set(changes).where(eq(resultCorrections.id, id))
}

/** Ends a row of the register as of now; what it said stays readable, a new row says what holds. */
export async function supersedeLicence(tx: Transaction, rowId: string, at: Date): Promise<void> {
  await tx.update(licences).set({ supersededAt: at }).where(eq(licences.rowId, rowId))
}

/** The number of the document that stands in another's place. */
export async function findReplacement(
  tx: Queryable,
  documentId: string,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ number: documents.number })
    .from(documents)
    .where(eq(documents.id, documentId))
  return row?.number ?? undefined
}

export async function insertTransfer(
  tx: Transaction,
  row: typeof transfers.$inferInsert,
): Promise<void> {
  await tx.insert(transfers).values(row)
}

/** The offer that waits for an answer. */
export async function findOpenTransfer(
  tx: Queryable,
  dossierId: string,
): Promise<TransferRow | undefined> {
  const [row] = await tx
    .select()
    .from(transfers)
    .where(and(eq(transfers.dossierId, dossierId), eq(transfers.state, 'offered')))
  return row
}

export async function getTransfer(tx: Queryable, id: string): Promise<TransferRow> {
  const [row] = await tx.select().from(transfers).where(eq(transfers.id, id))
  if (!row) throw new Error(`no transfer ${id}`)
  return row
}

export async function changeTransfer(
  tx: Transaction,
  id: string,
  changes: Pick<TransferRow, 'state' | 'answer' | 'decidedBy' | 'decidedAt'>,
): Promise<void> {
  await tx.update(transfers).set(changes).where(eq(transfers.id, id))
}

export type TransferLine = TransferRow & { fromName: string; toName: string }

/** Every offer of a dossier with the names of both agencies, newest first. */
export async function findTransfers(tx: Queryable, dossierId: string): Promise<TransferLine[]> {
  const rows = await tx
    .select()
    .from(transfers)
    .where(eq(transfers.dossierId, dossierId))
    .orderBy(desc(transfers.offeredAt))
  const names = await namesOf(
    tx,
    rows.flatMap((row) => [row.fromAgencyId, row.toAgencyId]),
  )
  return rows.map((row) => ({
    ...row,
    fromName: names.get(row.fromAgencyId) ?? row.fromAgencyId,
    toName: names.get(row.toAgencyId) ?? row.toAgencyId,
  }))
}

async function namesOf(tx: Queryable, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: agencies.id, name: agencies.nameVi })
    .from(agencies)
    .where(inArray(agencies.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** All agencies by name, for the desk that looks for the right one. */
export async function listAgencyNames(
  tx: Queryable,
): Promise<{ id: string; nameVi: string; nameEn: string }[]> {
  return tx
    .select({ id: agencies.id, nameVi: agencies.nameVi, nameEn: agencies.nameEn })
    .from(agencies)
    .orderBy(agencies.nameVi)
}

/** How results of a dossier were handed over, newest first. */
export async function findHandOvers(tx: Queryable, dossierId: string): Promise<HandOverRow[]> {
  return tx
    .select()
    .from(handOvers)
    .where(eq(handOvers.dossierId, dossierId))
    .orderBy(desc(handOvers.at), desc(handOvers.id))
}

export type TransferAgencies = Record<'from' | 'to', { nameVi: string; nameEn: string }>

/** Both agencies of a transfer by name. */
export async function getTransferAgencies(tx: Queryable, id: string): Promise<TransferAgencies> {
  const { fromAgencyId, toAgencyId } = await getTransfer(tx, id)
  return { from: await nameOf(tx, fromAgencyId), to: await nameOf(tx, toAgencyId) }
}

async function nameOf(tx: Queryable, id: string) {
  const [row] = await tx
    .select({ nameVi: agencies.nameVi, nameEn: agencies.nameEn })
    .from(agencies)
    .where(eq(agencies.id, id))
  if (!row) throw new Error(`no agency ${id}`)
  return row
}

/** The words of an act, by the id that its event keeps. */
export async function findOpinionText(tx: Queryable, id: string): Promise<string | undefined> {
  const [row] = await tx.select({ text: opinions.text }).from(opinions).where(eq(opinions.id, id))
  return row?.text
}
