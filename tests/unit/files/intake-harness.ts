import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach } from 'vitest'
import { receiveUpload, type UploadRules } from '@/lib/files/intake'
import { inPieces } from './sample-files'

export const MB = 1024 * 1024

/** A store of the test file's own, empty before each test. */
export async function openEmptyStore(): Promise<{ filesLeft: () => Promise<number> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-intake-'))
  process.env['DATA_DIR'] = dataDir
  beforeEach(() => rm(join(dataDir, 'files'), { recursive: true, force: true }))
  afterAll(() => rm(dataDir, { recursive: true, force: true }))
  return {
    filesLeft: async () => {
      const entries = await readdir(dataDir, { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).length
    },
  }
}

/** A row of a table of bad uploads: what it is, its bytes, its refusal, and its name. */
export type BadUpload = {
  what: string
  bytes: () => Promise<Buffer> | Buffer
  refusal: { code: string; [parameter: string]: unknown }
  name?: string
}

export function receive(bytes: Uint8Array, rules: Partial<UploadRules> = {}) {
  return receiveUpload(inPieces(bytes), {
    declaredName: 'giay-to.pdf',
    accept: ['pdf'],
    maxBytes: 20 * MB,
    ...rules,
  })
}
