import { and, asc, eq, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import {
  type Doubt,
  dossierAnswers,
  dossierSerials,
  dossiers,
  parties,
  submitKeys,
} from '@/db/schema/dossiers'
import type { Answers } from '@/lib/procedures/answers'

export type DossierRow = typeof dossiers.$inferSelect
export type NewDossier = typeof dossiers.$inferInsert
type Changeable = Omit<NewDossier, 'id' | 'homeAgencyId' | 'submissionReference' | 'salt'>
/** Columns an event may set; undefined leaves a column as it is. */
export type DossierChanges = { [Column in keyof Changeable]?: Changeable[Column] | undefined }
export type PartyRow = typeof parties.$inferSelect
export type NewParty = typeof parties.$inferInsert

/** Locks the dossier's row: whoever holds it decides the next event number. */
export async function findDossierForUpdate(
  tx: Transaction,
  id: string,
): Promise<DossierRow | undefined> {
  const [row] = await tx.select().from(dossiers).where(eq(dossiers.id, id)).for('update')
  return row
}

export async function findDossier(tx: Queryable, id: string): Promise<DossierRow | undefined> {
  const [row] = await tx.select().from(dossiers).where(eq(dossiers.id, id))
  return row
}

/** Finds by dossier code or by submission reference: both lead to the same dossier. */
export async function findDossierByReference(
  tx: Queryable,
  reference: string,
): Promise<DossierRow | undefined> {
  const [row] = await tx
    .select()
    .from(dossiers)
    .where(
      sql`${dossiers.submissionReference} = ${reference} or ${dossiers.dossierCode} = ${reference}`,
    )
  return row
}

export async function insertDossier(tx: Transaction, dossier: NewDossier): Promise<void> {
  await tx.insert(dossiers).values(dossier)
}

export async function changeDossier(
  tx: Transaction,
  id: string,
  changes: DossierChanges,
): Promise<DossierRow> {
  const [row] = await tx.update(dossiers).set(changes).where(eq(dossiers.id, id)).returning()
  if (!row) throw new Error(`dossier ${id} is gone`)
  return row
}

export async function insertParties(tx: Transaction, rows: NewParty[]): Promise<void> {
  await tx.insert(parties).values(rows)
}

/** Where letters about a dossier go from now on. */
export async function changeContact(
  tx: Transaction,
  dossierId: string,
  contact: Pick<PartyRow, 'phone' | 'email'>,
): Promise<void> {
  await tx
    .update(parties)
    .set(contact)
    .where(and(eq(parties.dossierId, dossierId), eq(parties.role, 'contact')))
}

export async function findParties(tx: Queryable, dossierId: string): Promise<PartyRow[]> {
  return tx.select().from(parties).where(eq(parties.dossierId, dossierId))
}

export async function insertDossierAnswers(
  tx: Transaction,
  row: {
    dossierId: string
    version: number
    answers: Answers
    insisted?: Doubt[]
    createdAt: Date
  },
): Promise<void> {
  await tx.insert(dossierAnswers).values(row)
}

/** Every version of what was declared, the first one first, with what the applicant was told before sending it. */
export function findVersions(
  tx: Queryable,
  dossierId: string,
): Promise<{ answers: Answers; insisted: Doubt[] }[]> {
  return tx
    .select({ answers: dossierAnswers.answers, insisted: dossierAnswers.insisted })
    .from(dossierAnswers)
    .where(eq(dossierAnswers.dossierId, dossierId))
    .orderBy(asc(dossierAnswers.version))
}

/** The newest version of what was declared; every dossier has one. */
export async function getAnswers(tx: Queryable, dossierId: string): Promise<Answers> {
  const [row] = await tx
    .select({ answers: dossierAnswers.answers })
    .from(dossierAnswers)
    .where(eq(dossierAnswers.dossierId, dossierId))
    .orderBy(sql`${dossierAnswers.version} desc`)
    .limit(1)
  if (!row) throw new Error(`dossier ${dossierId} has no answers`)
  return row.answers
}

/** The next number of the day for a solving authority; concurrent callers wait for each other here. */
export async function takeDossierSerial(
  tx: Transaction,
  agencyId: string,
  day: string,
): Promise<number> {
  const [row] = await tx
    .insert(dossierSerials)
    .values({ agencyId, day, last: 1 })
    .onConflictDoUpdate({
      target: [dossierSerials.agencyId, dossierSerials.day],
      set: { last: sql`${dossierSerials.last} + 1` },
    })
    .returning({ last: dossierSerials.last })
  if (!row) throw new Error('no serial came back')
  return row.last
}

export type SubmitKeyRow = typeof submitKeys.$inferSelect

/** Takes an idempotency key; false means that somebody holds it already (or is just committing it). */
export async function takeSubmitKey(tx: Transaction, row: SubmitKeyRow): Promise<boolean> {
  const taken = await tx
    .insert(submitKeys)
    .values(row)
    .onConflictDoNothing()
    .returning({ key: submitKeys.key })
  return taken.length === 1
}

export async function findSubmitKey(
  tx: Queryable,
  personId: string,
  key: string,
): Promise<SubmitKeyRow | undefined> {
  const [row] = await tx
    .select()
    .from(submitKeys)
    .where(and(eq(submitKeys.personId, personId), eq(submitKeys.key, key)))
  return row
}
