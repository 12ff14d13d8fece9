import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { attachPaper, type IncomingFile } from '@/lib/drafts/attach-paper'
import type { PersonActor } from '@/lib/identity/actor'
import { inPieces } from '../../unit/files/sample-files'
import { at, slotKey } from './a-draft'

/** Names and bytes as the files of one upload. */
export async function* incoming(...files: [string, Uint8Array][]): AsyncGenerator<IncomingFile> {
  for (const [declaredName, bytes] of files) yield { declaredName, bytes: inPieces(bytes) }
}

/** Attaches files to the slot; fails the test when one is refused. Returns their ids. */
export async function attach(
  actor: PersonActor,
  draftId: string,
  ...files: [string, Uint8Array][]
): Promise<string[]> {
  const result = await attachPaper(actor, { draftId, slotKey, at }, incoming(...files))
  if (!result.ok) throw new Error(result.refusal.code)
  const [refused] = result.value.refused
  if (refused) throw new Error(refused.code)
  return result.value.attached.map(({ id }) => id)
}

/** The names of all files on the test's disk. */
export async function filesOnDisk(): Promise<string[]> {
  const root = join(process.env['DATA_DIR'] ?? '', 'files')
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}
