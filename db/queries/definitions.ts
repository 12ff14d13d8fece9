import { and, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { people } from '@/db/schema/identity'
import { definitionVersions, procedureSuspensions } from '@/db/schema/procedures'

export type DefinitionRow = typeof definitionVersions.$inferSelect
export type NewDefinition = typeof definitionVersions.$inferInsert
export type DefinitionKind = DefinitionRow['kind']

export async function getDefinition(tx: Queryable, id: string): Promise<DefinitionRow> {
  const [row] = await tx.select().from(definitionVersions).where(eq(definitionVersions.id, id))
  if (!row) throw new Error(`no definition version ${id}`)
  return row
}

/** The version in force on a day: the newest of those whose dates hold it. */
export async function findDefinition(
  tx: Queryable,
  wanted: { kind: DefinitionKind; key: string; day: string },
): Promise<DefinitionRow | undefined> {
  const [row] = await tx
    .select()
    .from(definitionVersions)
    .where(
      and(
        eq(definitionVersions.kind, wanted.kind),
        eq(definitionVersions.key, wanted.key),
        inForce(wanted.day),
      ),
    )
    .orderBy(desc(definitionVersions.version))
    .limit(1)
  return row
}

/** The versions in force on a day, one a key. */
export async function findDefinitions(
  tx: Queryable,
  kind: DefinitionKind,
  day: string,
): Promise<DefinitionRow[]> {
  return tx
    .selectDistinctOn([definitionVersions.key])
    .from(definitionVersions)
    .where(and(eq(definitionVersions.kind, kind), inForce(day)))
    .orderBy(definitionVersions.key, desc(definitionVersions.version))
}

/** Appends a version when its content is new; an old hash that comes back is left as it is. */
export async function appendDefinition(tx: Transaction, row: NewDefinition): Promise<boolean> {
  const added = await tx
    .insert(definitionVersions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: definitionVersions.id })
  return added.length === 1
}

export type CalendarSpan = Pick<
  DefinitionRow,
  'id' | 'key' | 'version' | 'effectiveFrom' | 'effectiveTo'
>

/** Which versions of some calendars there are and when each holds, without what they say. */
export async function findCalendarSpans(
  tx: Queryable,
  keys: readonly string[],
): Promise<CalendarSpan[]> {
  const { id, key, version, effectiveFrom, effectiveTo } = definitionVersions
  return tx
    .select({ id, key, version, effectiveFrom, effectiveTo })
    .from(definitionVersions)
    .where(and(eq(definitionVersions.kind, 'calendar'), inArray(key, [...keys])))
}

/** The versions of one calendar, newest first, with who published each; bounded. */
export async function findCalendarVersions(tx: Queryable, key: string) {
  const { id, version, effectiveFrom, effectiveTo, loadedAt } = definitionVersions
  return tx
    .select({ id, version, effectiveFrom, effectiveTo, loadedAt, publishedBy: people.fullName })
    .from(definitionVersions)
    .leftJoin(people, eq(people.id, definitionVersions.publishedByPersonId))
    .where(and(eq(definitionVersions.kind, 'calendar'), eq(definitionVersions.key, key)))
    .orderBy(desc(version))
    .limit(100)
}
export type CalendarVersion = Awaited<ReturnType<typeof findCalendarVersions>>[number]

export async function findNewestVersion(
  tx: Queryable,
  kind: DefinitionKind,
  key: string,
): Promise<DefinitionRow | undefined> {
  const [row] = await tx
    .select()
    .from(definitionVersions)
    .where(and(eq(definitionVersions.kind, kind), eq(definitionVersions.key, key)))
    .orderBy(desc(definitionVersions.version))
    .limit(1)
  return row
}

export type SuspensionRow = typeof procedureSuspensions.$inferSelect

export async function findSuspension(
  tx: Queryable,
  procedureKey: string,
  at: Date,
): Promise<SuspensionRow | undefined> {
  const [row] = await tx
    .select()
    .from(procedureSuspensions)
    .where(
      and(
        eq(procedureSuspensions.procedureKey, procedureKey),
        lte(procedureSuspensions.from, at),
        or(isNull(procedureSuspensions.to), gt(procedureSuspensions.to, at)),
      ),
    )
  return row
}

export async function insertSuspension(tx: Transaction, row: SuspensionRow): Promise<void> {
  await tx.insert(procedureSuspensions).values(row)
}

function inForce(day: string) {
  return and(
    lte(definitionVersions.effectiveFrom, day),
    or(isNull(definitionVersions.effectiveTo), gt(definitionVersions.effectiveTo, day)),
  )
}
