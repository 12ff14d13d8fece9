import { readdirSync, readFileSync } from 'node:fs'
import { parseProcedure } from '@/lib/procedures/parse-procedure'
import type { Procedure } from '@/lib/procedures/procedure'

const FOLDER = 'lib/procedures/definitions'

/** Every procedure that comes with the product, by its key. */
export function shippedProcedures(): [string, Procedure][] {
  return readdirSync(FOLDER).map((file): [string, Procedure] => {
    const parsed = parseProcedure(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')))
    if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.refusal.issues)}`)
    return [parsed.value.key, parsed.value]
  })
}
