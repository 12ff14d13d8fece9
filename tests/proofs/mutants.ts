// npm run proof -- mutants [--only PATTERN] [--lanes 2]
// Takes the product's guards away one by one, each in a copy of the sources, and runs the tests that
// have to fail then. A guard that nothing misses would be a guard that nobody tests. The tests run
// on the untouched copy first: only what passes there can fail for the right reason.
import { parseArgs } from 'node:util'
import { CASEWORK_MUTANTS } from './mutants/casework'
import { DRAFT_MUTANTS } from './mutants/drafts-and-files'
import { IDENTITY_MUTANTS } from './mutants/identity'
import type { Mutant } from './mutants/mutant'
import { PAYMENT_MUTANTS } from './mutants/payments'
import { RECORD_MUTANTS } from './mutants/record'
import { REUSE_MUTANTS } from './mutants/reuse'
import { SIGNING_MUTANTS } from './mutants/signing'
import { type Run, runVitest } from './stand/run-vitest'
import { type ScratchCopy, scratchCopy } from './stand/scratch-copy'
import { openServer, type Server } from './stand/test-server'
import { type Finding, prove, table } from './stand/verdict'

const { values } = parseArgs({
  options: { only: { type: 'string' }, lanes: { type: 'string', default: '2' } },
})
const LONGEST = 3 * 60_000
const FEWEST = 30

const all = [
  ...IDENTITY_MUTANTS,
  ...CASEWORK_MUTANTS,
  ...DRAFT_MUTANTS,
  ...REUSE_MUTANTS,
  ...PAYMENT_MUTANTS,
  ...SIGNING_MUTANTS,
  ...RECORD_MUTANTS,
]
const wanted = new RegExp(values.only ?? '')
const chosen = all.filter(({ guard, file }) => wanted.test(`${guard} ${file}`))

type Fate = { mutant: Mutant; fate: 'killed' | 'SURVIVED' | 'BROKEN'; by: string }

await prove('mutants', async () => {
  const server = await openServer()
  const lanes = Array.from({ length: Number(values.lanes) }, (_, lane) =>
    scratchCopy(`lane-${lane}`),
  )
  try {
    const [first] = lanes
    if (!first) throw new Error('no lanes')
    const untouched = await runUntouched(first, server)
    if (!untouched.holds) return [untouched]
    const queue = [...chosen]
    const fates: Fate[] = []
    await Promise.all(lanes.map((copy) => work(copy, { server, queue, fates })))
    return [untouched, ...judge(fates)]
  } finally {
    for (const copy of lanes) copy.remove()
    await server.stop()
  }
})

/** Every test that is asked for, on the sources as they are. */
async function runUntouched(copy: ScratchCopy, server: Server): Promise<Finding> {
  const files = [...new Set(chosen.flatMap(({ tests }) => tests))]
  const runs = await runTests(copy, { server, tests: files })
  const passed = runs.reduce((sum, run) => sum + run.passed, 0)
  const bad = runs.flatMap((run) => [...run.failed, ...run.broken])
  table(bad.map((name) => ['FAILED', name]))
  return {
    asked: 'the tests without any change',
    found: `${passed} passed, ${bad.length} failed, in ${files.length} files`,
    holds: bad.length === 0 && passed > 0,
  }
}

type Work = { server: Server; queue: Mutant[]; fates: Fate[] }

async function work(copy: ScratchCopy, { server, queue, fates }: Work): Promise<void> {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const fate = await tryMutant(copy, server, mutant)
    fates.push(fate)
    const { guard, tests } = mutant
    const by = fate.fate === 'killed' ? `by: ${fate.by}` : `${tests.join(', ')}: ${fate.by}`
    console.log(`  ${fate.fate.padEnd(8)} ${guard}\n           ${by}`)
  }
}

async function tryMutant(copy: ScratchCopy, server: Server, mutant: Mutant): Promise<Fate> {
  const edits = [mutant, ...(mutant.also ?? [])]
  const misfit = copy.apply(edits)
  if (misfit) return { mutant, fate: 'BROKEN', by: misfit }
  const runs = await runTests(copy, { server, tests: mutant.tests, only: mutant.only })
  copy.restore(edits)
  const [broken] = runs.flatMap((run) => run.broken)
  const [failed] = runs.flatMap((run) => run.failed)
  // A file that did not even run says nothing about the guard.
  if (broken) return { mutant, fate: 'BROKEN', by: broken }
  if (failed) return { mutant, fate: 'killed', by: failed }
  return {
    mutant,
    fate: 'SURVIVED',
    by: `${runs.reduce((sum, { passed }) => sum + passed, 0)} passed`,
  }
}

type Asked = { server: Server; tests: readonly string[]; only?: string | undefined }

async function runTests(copy: ScratchCopy, { server, tests, only }: Asked): Promise<Run[]> {
  const more = only ? ['-t', only] : []
  const runs: Run[] = []
  for (const project of ['unit', 'integration'] as const) {
    const files = tests
      .filter((name) => name.startsWith(`${project}/`))
      .map((name) => `tests/${name}.test.ts`)
    if (files.length === 0) continue
    const urls = project === 'integration' ? await server.newDatabase() : undefined
    const env = urls ? { TEST_DATABASE_URLS: JSON.stringify(urls) } : {}
    runs.push(await runVitest({ root: copy.root, project, files, more, env, timeout: LONGEST }))
    if (urls) await server.drop(urls)
  }
  return runs
}

function judge(fates: readonly Fate[]): Finding[] {
  const count = (fate: Fate['fate']) => fates.filter((one) => one.fate === fate)
  const bad = [...count('SURVIVED'), ...count('BROKEN')]
  return [
    {
      asked: 'guards taken away one by one',
      found: String(fates.length),
      holds: fates.length >= (values.only ? 1 : FEWEST),
    },
    { asked: 'noticed by a test', found: String(count('killed').length), holds: bad.length === 0 },
    ...bad.map(({ mutant, fate, by }) => ({
      asked: `${fate}: ${mutant.guard}`,
      found: by,
      holds: false,
    })),
  ]
}
