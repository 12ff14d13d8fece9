import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { canonicalJson } from '@/lib/ledger/canonical'
import type { ProcedureIssue } from '@/lib/procedures/lint/issue'
import { parseProcedure } from '@/lib/procedures/parse-procedure'
import type { Procedure } from '@/lib/procedures/procedure'

export type LoadedDefinition = {
  file: string
  procedure: Procedure
  /** The file as it stands; this is what is stored and hashed. */
  body: unknown
  /** SHA-256 of the canonical JSON, hexadecimal: the same content has the same hash. */
  hash: string
}
export type InvalidDefinition = { file: string; issues: ProcedureIssue[] }

/** Every definition of a directory, in the order of their names; faulty ones do not stop the rest. */
export async function loadDefinitions(
  directory: string,
): Promise<{ valid: LoadedDefinition[]; invalid: InvalidDefinition[] }> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.json')).sort()
  const loaded = await Promise.all(files.map((file) => loadOne(directory, file)))
  return {
    valid: loaded.filter((one) => 'procedure' in one),
    invalid: loaded.filter((one) => 'issues' in one),
  }
}

/** SHA-256 of a definition, hexadecimal, the same whatever the order of its keys. */
export function contentHash(body: unknown): string {
  return createHash('sha256').update(canonicalJson(body), 'utf8').digest('hex')
}

async function loadOne(
  directory: string,
  file: string,
): Promise<LoadedDefinition | InvalidDefinition> {
  return readDefinition(file, await readFile(path.join(directory, file), 'utf8'))
}

/** One definition from the text of its file, or all that is wrong with it. */
export function readDefinition(file: string, text: string): LoadedDefinition | InvalidDefinition {
  const body = parseJson(text)
  if (!body.ok) return { file, issues: [{ place: file, rule: 'json', reason: body.reason }] }
  const parsed = parseProcedure(body.value)
  if (!parsed.ok) return { file, issues: parsed.refusal.issues }
  return { file, procedure: parsed.value, body: body.value, hash: contentHash(body.value) }
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'not JSON' }
  }
}
