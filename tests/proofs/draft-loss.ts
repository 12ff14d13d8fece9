// npm run proof -- draft-loss [--kills 50] [--seed 1] [--no-control]
// Types into a real form in a real browser, key by key with the time of each, and ends the browser with
// SIGKILL at a random moment, fifty times. Then another browser opens the draft: everything that was typed
// up to two seconds before the end must stand there, also a telephone number that was half written. The
// same with the way of the autosave cut off shows that this proof can fail. About twelve minutes and, for
// new sources, a build.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase } from '@/db/client'
import { removeDatabase } from '@/lib/cli/launch-database.mjs'
import { freeStackPort } from '@/lib/cli/ports.mjs'
import { startStack } from '@/lib/cli/processes.mjs'
import { startDraft } from '@/lib/drafts/start-draft'
import { MONDAY, PROCEDURE } from '@/tests/integration/dossiers/stage'
import { signedInApplicant } from './stand/http-applicant'
import { pause } from './stand/stand'
import { type Key, openWindow, readBoxes, type Seat, typeAway } from './stand/typist'
import { type Finding, prove, seeded, table } from './stand/verdict'
import type { Stack } from './stand/waves'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    'no-control': { type: 'boolean', default: false },
  },
})
const KILLS = Number(values.kills)
const CONTROL_KILLS = 3
const ALLOWED = 2000
const SHORTEST = 2500
const LONGEST = 11_000
const random = seeded(Number(values.seed))

/** One end of a browser: when it came, how much was typed, and how much of the last typing is gone. */
type Blow = { after: number; keys: number; lostKeys: number; lost: number }

await prove('draft-loss', async () => {
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
    const found = await killAndKill(stack)
    return values['no-control'] ? found : [...found, await control(stack)]
  } finally {
    await closeDatabase()
    await stack.stop()
    await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
})

async function killAndKill(stack: Stack): Promise<Finding[]> {
  const blows: Blow[] = []
  while (blows.length < KILLS) {
    const blow = await typeAndKill(stack)
    blows.push(blow)
    console.log(`  kill ${blows.length}: ${rowOf(blow).join(' · ')}`)
  }
  table([['killed after', 'keys typed', 'keys lost', 'typing lost'], ...blows.map(rowOf)])
  const losses = blows.map(({ lost }) => lost).toSorted((a, b) => a - b)
  const worst = losses.at(-1) ?? 0
  const over = losses.filter((lost) => lost > ALLOWED).length
  const keys = blows.reduce((sum, blow) => sum + blow.keys, 0)
  return [
    {
      asked: 'browsers killed while somebody typed',
      found: `${blows.length}, ${keys} keys`,
      holds: blows.length === KILLS && blows.every((blow) => blow.keys > 0),
    },
    {
      asked: 'more than 2 s of typing lost',
      found: `${over} times; ${seconds(worst)} at most, ${seconds(losses[Math.floor(losses.length / 2)] ?? 0)} in the middle`,
      holds: over === 0,
    },
  ]
}

/** With the way of the autosave cut off, the judge has to find the loss. */
async function control(stack: Stack): Promise<Finding> {
  const blows: Blow[] = []
  while (blows.length < CONTROL_KILLS) blows.push(await typeAndKill(stack, { autosave: false }))
  const over = blows.filter(({ lost }) => lost > ALLOWED).length
  return {
    asked: 'control: more than 2 s lost when nothing saves itself',
    found: `${over} of ${CONTROL_KILLS}`,
    holds: over === CONTROL_KILLS,
  }
}

async function typeAndKill(stack: Stack, { autosave = true } = {}): Promise<Blow> {
  const seat = await takeSeat(stack)
  const window = await openWindow(seat)
  if (!autosave) await window.page.route('**/api/drafts/**', (route) => route.abort())
  const wait = SHORTEST + random() * (LONGEST - SHORTEST)
  const began = Date.now()
  const keys: Key[] = []
  // It ends with the browser, in the middle of a key.
  const typing = typeAway(window.page, random, (key) => keys.push(key)).catch(() => undefined)
  await pause(wait)
  const killed = Date.now()
  await window.kill()
  await typing
  const stored = await readBoxes(seat)
  return { after: killed - began, ...judge(keys, { stored, killed }) }
}

async function takeSeat({ origin }: Stack): Promise<Seat> {
  const applicant = await signedInApplicant(origin)
  const started = await startDraft(applicant.actor, { procedureKey: PROCEDURE, at: MONDAY })
  if (!started.ok) throw new Error(started.refusal.code)
  return { applicant, origin, address: `${origin}/my/drafts/${started.value.draftId}/facility` }
}

/** From the first key that is not stored to the end: that much typing is lost. */
function judge(
  keys: readonly Key[],
  { stored, killed }: { stored: Record<string, string>; killed: number },
): Pick<Blow, 'keys' | 'lostKeys' | 'lost'> {
  const lost = [...Map.groupBy(keys, ({ field }) => field)].flatMap(([field, typed]) => {
    const text = plain(stored[field] ?? '')
    const last = typed.findLastIndex((key) => plain(key.text) === text)
    // A text that was never typed there would be worse than a loss: nothing of it counts as stored.
    return typed.slice(last + 1).filter((key) => plain(key.text) !== text)
  })
  const first = Math.min(killed, ...lost.map(({ at }) => at))
  return { keys: keys.length, lostKeys: lost.length, lost: killed - first }
}

function plain(text: string): string {
  return text.normalize('NFC').trim()
}

function rowOf({ after, keys, lostKeys, lost }: Blow): (string | number)[] {
  return [seconds(after), keys, lostKeys, seconds(lost)]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
