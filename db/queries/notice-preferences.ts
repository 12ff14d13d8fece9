import { and, eq, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { people } from '@/db/schema/identity'
import { noticeAddresses, noticePreferences } from '@/db/schema/notifications'

export type NoticeAddressRow = typeof noticeAddresses.$inferSelect

/** The groups of letters that a person does not want by e-mail. */
export async function findMutedTopics(on: Queryable, personId: string): Promise<string[]> {
  const rows = await on
    .select({ topic: noticePreferences.topic })
    .from(noticePreferences)
    .where(and(eq(noticePreferences.personId, personId), eq(noticePreferences.email, false)))
  return rows.map(({ topic }) => topic)
}

export async function setNoticePreference(
  tx: Queryable,
  row: typeof noticePreferences.$inferInsert,
): Promise<void> {
  const { email, changedAt } = row
  await tx
    .insert(noticePreferences)
    .values(row)
    .onConflictDoUpdate({
      target: [noticePreferences.personId, noticePreferences.topic],
      set: { email, changedAt },
    })
}

/** The language in which a person is written to. */
export async function setPersonLocale(
  tx: Transaction,
  personId: string,
  locale: 'vi' | 'en',
): Promise<void> {
  await tx.update(people).set({ locale }).where(eq(people.id, personId))
}

export async function findNoticeAddress(
  on: Queryable,
  personId: string,
): Promise<NoticeAddressRow | undefined> {
  const [row] = await on
    .select()
    .from(noticeAddresses)
    .where(eq(noticeAddresses.personId, personId))
  return row
}

/** Locked until the transaction ends: of two who race with one code one comes second. */
export async function findNoticeAddressForUpdate(
  tx: Transaction,
  personId: string,
): Promise<NoticeAddressRow | undefined> {
  const [row] = await tx
    .select()
    .from(noticeAddresses)
    .where(eq(noticeAddresses.personId, personId))
    .for('update')
  return row
}

export async function saveNoticeAddress(
  tx: Transaction,
  personId: string,
  changes: Partial<Omit<NoticeAddressRow, 'personId'>>,
): Promise<void> {
  await tx
    .insert(noticeAddresses)
    .values({ personId, ...changes })
    .onConflictDoUpdate({ target: noticeAddresses.personId, set: changes })
}

/** Counts a wrong code. */
export async function countAddressTry(tx: Transaction, personId: string): Promise<void> {
  await tx
    .update(noticeAddresses)
    .set({ codeTries: sql`${noticeAddresses.codeTries} + 1` })
    .where(eq(noticeAddresses.personId, personId))
}
