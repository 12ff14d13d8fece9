import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction, type Transaction } from '@/db/client'
import { appendDefinition, findNewestVersion, type NewDefinition } from '@/db/queries/definitions'
import {
  contentHash,
  type InvalidDefinition,
  loadDefinitions,
} from '@/lib/administration/definition-files'
import { workingCalendarSchema } from '@/lib/deadlines/calendar-file'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { unverifiedFacts } from '@/lib/procedures/unverified'
import { newId } from '@/lib/shared/ids'

/** Where the definitions lie, and since when what has no dates of its own is in force. */
export type DefinitionSource = { root: string; since: string }
export type LoadReport = { added: string[]; invalid: InvalidDefinition[] }

type Candidate = Pick<
  NewDefinition,
  'kind' | 'key' | 'hash' | 'effectiveFrom' | 'effectiveTo' | 'body' | 'unverifiedFacts'
>

/**
 * Appends what is new in the product's folders of procedures, code lists and calendars. A file that does
 * not parse is reported and leaves the version in force as it is.
 */
export async function loadAllDefinitions({ root, since }: DefinitionSource): Promise<LoadReport> {
  const procedures = await loadDefinitions(join(root, 'lib/procedures/definitions'))
  const candidates = [
    ...procedures.valid.map(
      ({ procedure, body, hash }): Candidate => ({
        kind: 'procedure',
        key: procedure.key,
        hash,
        effectiveFrom: procedure.effective.from,
        effectiveTo: procedure.effective.to,
        body,
        unverifiedFacts: unverifiedFacts(procedure).length,
      }),
    ),
    ...Object.values(SHIPPED_CODES.lists).map(
      (list): Candidate => ({
        kind: 'codelist',
        key: list.key,
        hash: contentHash(list),
        effectiveFrom: since,
        effectiveTo: null,
        body: list,
        unverifiedFacts: 0,
      }),
    ),
    await defaultCalendar(root, since),
  ]
  const added = await inTransaction((tx) => appendNew(tx, candidates))
  return { added, invalid: procedures.invalid }
}

async function defaultCalendar(root: string, since: string): Promise<Candidate> {
  const file = join(root, 'lib/deadlines/calendars/default.json')
  const body: unknown = JSON.parse(await readFile(file, 'utf8'))
  const { key } = workingCalendarSchema.parse(body)
  return {
    kind: 'calendar',
    key,
    hash: contentHash(body),
    effectiveFrom: since,
    effectiveTo: null,
    body,
    unverifiedFacts: 0,
  }
}

async function appendNew(tx: Transaction, candidates: Candidate[]): Promise<string[]> {
  const added: string[] = []
  for (const candidate of candidates) {
    const newest = await findNewestVersion(tx, candidate.kind, candidate.key)
    if (newest?.hash === candidate.hash) continue
    const version = (newest?.version ?? 0) + 1
    const row = { id: newId(), ...candidate, version, loadedAt: new Date() }
    if (await appendDefinition(tx, row)) added.push(`${candidate.kind} ${candidate.key} ${version}`)
  }
  return added
}
