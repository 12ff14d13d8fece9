import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readDefinition } from '@/lib/administration/definition-files'
import type { ProcedureIssue } from '@/lib/procedures/lint/issue'
import { type UnverifiedFact, unverifiedFacts } from '@/lib/procedures/unverified'

/** What is to be said of one definition: errors refuse it, unverified facts are only counted. */
export type CheckedDefinition = {
  file: string
  key: string | null
  errors: ProcedureIssue[]
  /** Facts that nobody has confirmed, and clauses that nobody has named. */
  unverified: UnverifiedFact[]
}

/** Checks definition files one by one; a file that cannot be read is an error of that file. */
export async function checkDefinitions(files: readonly string[]): Promise<CheckedDefinition[]> {
  return Promise.all(files.map(checkOne))
}

async function checkOne(file: string): Promise<CheckedDefinition> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) {
    const error = { place: path.basename(file), rule: 'file', reason: 'it cannot be read' }
    return { file, key: null, errors: [error], unverified: [] }
  }
  const loaded = readDefinition(path.basename(file), text)
  if ('issues' in loaded) {
    return { file, key: null, errors: loaded.issues, unverified: [] }
  }
  const { procedure } = loaded
  return { file, key: procedure.key, errors: [], unverified: unverifiedFacts(procedure) }
}
