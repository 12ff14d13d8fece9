// npm run proof -- procedures [--only KEY] [--to FOLDER]
// Every procedure is data: each of those that ship is filed by plain HTTP, as a browser without
// JavaScript would (e-ID, every section, tables row by row, papers, review, fee at the stand-in of the
// gateway), with answers that fit its published JSON Schema; the desk sees every section and paper, and
// it is carried to a result with two valid signatures. One more exists only as a file that the proof
// writes and loads as the product loads new data; nothing else is touched for it. The results are left
// as PDFs in artifacts/procedures. The whole product runs, on localhost; about two minutes and, for new
// sources, a build.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase } from '@/db/client'
import { removeDatabase } from '@/lib/cli/launch-database.mjs'
import { freeStackPort } from '@/lib/cli/ports.mjs'
import { startStack } from '@/lib/cli/processes.mjs'
import type { Procedure } from '@/lib/procedures/procedure'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'
import { MONDAY } from '@/tests/integration/dossiers/stage'
import { type Carried, carryProcedure, type World } from './stand/carry-procedure'
import { addOneFile, COPIED } from './stand/one-more-procedure'
import { signInByEid } from './stand/sign-in-by-eid'
import { type Finding, prove, table } from './stand/verdict'

const { values } = parseArgs({
  options: { only: { type: 'string' }, to: { type: 'string', default: 'artifacts/procedures' } },
})

await prove('procedures', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'onedoor-proof-'))
  const stack = await startStack({
    port: await freeStackPort(),
    dataDir,
    mode: 'test',
    report: (line: string) => console.log(`  ${line}`),
  })
  try {
    Object.assign(process.env, stack.env)
    await writeFile(stack.env['CLOCK_FILE'] ?? '', `frozen:${MONDAY.toISOString()}`)
    await mkdir(values.to, { recursive: true })
    return await carryAll({ stack, visitor: await signInByEid(stack), folder: values.to })
  } finally {
    await closeDatabase()
    await stack.stop()
    await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
})

async function carryAll(world: World): Promise<Finding[]> {
  const shipped = shippedProcedures()
    .map(([, procedure]) => procedure)
    .filter(({ key }) => values.only === undefined || key === values.only)
  const carried: Carried[] = []
  for (const procedure of shipped) carried.push(await carry(world, procedure))
  const { procedure, added } = await addOneFile()
  const one = await carry(world, procedure)
  table([
    ['procedure', 'filled in', 'fee', 'number', 'signatures'],
    ...[...carried, one].map((row) => row.cells),
  ])
  return [...resultsOf(carried, shipped.length), ...resultOfOneMore(one, added)]
}

/** One procedure from its start page to its result; what goes wrong is said on its line. */
async function carry(world: World, procedure: Procedure): Promise<Carried> {
  const row = await carryProcedure(world, procedure).catch(
    (error: unknown): Carried => ({
      whole: false,
      cells: [procedure.key, error instanceof Error ? error.message : String(error)],
    }),
  )
  console.log(`  ${row.whole ? 'ok    ' : 'FAILED'} ${row.cells.join(' · ')}`)
  return row
}

function resultsOf(carried: Carried[], count: number): Finding[] {
  const whole = carried.filter((row) => row.whole).length
  return [
    {
      asked: 'procedures filed without a script and carried to a result with two valid signatures',
      found: `${whole} of ${count}`,
      holds: whole === count && count > 0,
    },
  ]
}

function resultOfOneMore(row: Carried, added: string[]): Finding[] {
  return [
    {
      asked: `a procedure that is new (${COPIED} under another name): what the product took in for it`,
      found: added.join(', ') || 'nothing',
      holds: added.length === 1,
    },
    {
      asked: 'the same carried to its result',
      found: row.cells.join(' · '),
      holds: row.whole,
    },
  ]
}
