import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadAllDefinitions } from '@/lib/administration/load-definitions'
import { parseProcedure } from '@/lib/procedures/parse-procedure'
import type { Procedure } from '@/lib/procedures/procedure'

export const COPIED = 'gpp-new'
const KEY = 'one-more-procedure'
const DATA = ['lib/procedures/definitions', 'lib/deadlines/calendars']

/**
 * Lays one new definition into a copy of the product's folders of data, and loads them as `npm run
 * migrate` does on a running portal. Gives the procedure and the names of what was new to the database.
 */
export async function addOneFile(): Promise<{ procedure: Procedure; added: string[] }> {
  const root = await mkdtemp(join(tmpdir(), 'onedoor-data-'))
  try {
    for (const folder of DATA) await cp(folder, join(root, folder), { recursive: true })
    const definitions = join(root, DATA[0] ?? '')
    const copied: unknown = JSON.parse(await readFile(join(definitions, `${COPIED}.json`), 'utf8'))
    const body = { ...(copied as object), key: KEY, ...NAMES }
    await writeFile(join(definitions, `${KEY}.json`), JSON.stringify(body))
    const parsed = parseProcedure(body)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal.issues))
    const { added, invalid } = await loadAllDefinitions({ root, since: '2024-01-01' })
    if (invalid.length > 0) throw new Error(JSON.stringify(invalid))
    return { procedure: parsed.value, added }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

const NAMES = {
  nationalCode: { value: null, confidence: 'designed' },
  name: { vi: 'Thủ tục thứ hai mươi sáu', en: 'The twenty-sixth procedure' },
  shortName: { vi: 'Thủ tục thứ hai mươi sáu', en: 'The twenty-sixth procedure' },
}
