// npm run proof -- draft-loss [--kills 50] [--seed 1] [--no-control]
// Somebody types into a form and the browser is killed with SIGKILL at a random moment, fifty times. What
// the draft holds afterwards must be what was typed up to two seconds before the kill, or more. The same
// with the saving requests cut off in the browser shows that this proof can fail. The whole product runs,
// on localhost; about five minutes and, for new sources, a build.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { eq } from 'drizzle-orm'
import { type BrowserServer, type Cookie, chromium, type Page } from 'playwright-core'
import { closeDatabase, db } from '@/db/client'
import { drafts } from '@/db/schema/drafts'
import { removeDatabase } from '@/lib/cli/launch-database.mjs'
import { freeStackPort } from '@/lib/cli/ports.mjs'
import { startStack } from '@/lib/cli/processes.mjs'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { startDraft } from '@/tests/helpers/fill-draft'
import { MONDAY } from '@/tests/integration/dossiers/stage'
import { findBrowser } from '@/tests/system-packages.mjs'
import { type Finding, prove, seeded, table } from './stand/verdict'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    'no-control': { type: 'boolean', default: false },
  },
})
const KILLS = Number(values.kills)
const CONTROL_KILLS = 3
const MAY_BE_LOST = 2000
const random = seeded(Number(values.seed))

/** What is typed, into which box: a short one, a long one, one in another section. */
const BOXES = [
  { section: 'facility', name: 'facility_name' },
  { section: 'safety', name: 'infection_control' },
  { section: 'it', name: 'his_software' },
] as const
const WORDS = 'Phòng khám chuyên khoa Răng Hàm Mặt An Bình, cơ sở đường Mẫu '

type Stroke = { at: number; text: string }
type Kill = { box: string; typed: number; kept: number; lostMs: number }
type Writer = { origin: string; home: string; cookies: Cookie[] }

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
    const writer = await arriveOnce(stack.origin)
    const kills = await killAll(writer, { count: KILLS, cutOff: false })
    const findings = judge(kills)
    if (values['no-control']) return findings
    const control = await killAll(writer, { count: CONTROL_KILLS, cutOff: true })
    return [...findings, judgeControl(control)]
  } finally {
    await closeDatabase()
    await stack.stop()
    await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
})

function launch(): Promise<BrowserServer> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('there is no Chromium on this machine')
  return chromium.launchServer({ executablePath, args: ['--no-sandbox'] })
}

async function arriveOnce(origin: string): Promise<Writer> {
  const server = await launch()
  const context = await (await chromium.connect(server.wsEndpoint())).newContext()
  const home = await startDraft(await context.newPage(), {
    origin,
    procedureKey: CLINIC.key,
    fullName: 'Lê Thị Mẫu',
    acting: 'Chính tôi',
  })
  const cookies = await context.cookies(origin)
  await server.close()
  return { origin, home, cookies }
}

type Round = { count: number; cutOff: boolean }

async function killAll(writer: Writer, { count, cutOff }: Round): Promise<Kill[]> {
  const kills: Kill[] = []
  for (let round = 0; round < count; round += 1) {
    const box = BOXES[round % BOXES.length] ?? BOXES[0]
    kills.push(await typeAndDie(writer, box, cutOff))
    const { typed, kept, lostMs } = kills.at(-1) ?? { typed: 0, kept: 0, lostMs: 0 }
    console.log(
      `  kill ${round + 1} · ${box.name} · ${typed} typed · ${kept} kept · ${Math.round(lostMs)} ms lost`,
    )
  }
  return kills
}

async function typeAndDie(
  writer: Writer,
  box: (typeof BOXES)[number],
  cutOff: boolean,
): Promise<Kill> {
  const server = await launch()
  const browser = await chromium.connect(server.wsEndpoint())
  const context = await browser.newContext({ locale: 'vi-VN' })
  await context.addCookies(writer.cookies)
  const page = await context.newPage()
  if (cutOff) await page.route('**/api/drafts/**', (route) => route.abort())
  await page.goto(`${writer.home}/${box.section}`)
  await page.getByText('Trang này tự lưu khi bạn điền.').waitFor()
  await page.locator(`[name="${box.name}"]`).fill('')
  const strokes: Stroke[] = []
  // Each time other words: what an earlier round left is not taken for this one's.
  const words = `${Math.floor(random() * 1e6)} ${WORDS}`
  const typing = typeOn(page, box.name, { words, strokes })
  await pause(500 + random() * 5500)
  const at = performance.now()
  server.process().kill('SIGKILL')
  await typing
  return { box: box.name, ...(await compare(writer, box.name, { words, strokes, at })) }
}

/** Types without looking up until the browser is gone; a letter counts from when it was pressed. */
async function typeOn(
  page: Page,
  name: string,
  { words, strokes }: { words: string; strokes: Stroke[] },
): Promise<void> {
  try {
    await page.locator(`[name="${name}"]`).focus()
    for (let text = ''; ; ) {
      const letter = words[text.length % words.length] ?? ' '
      const at = performance.now()
      await page.keyboard.insertText(letter)
      text += letter
      strokes.push({ at, text })
      await pause(40 + random() * 120)
    }
  } catch {} // the browser was killed
}

async function compare(
  { home }: Writer,
  name: string,
  { words, strokes, at }: { words: string; strokes: Stroke[]; at: number },
): Promise<Omit<Kill, 'box'>> {
  // What was on its way when the browser died has arrived by then, or never will.
  await pause(1500)
  const draftId = home.split('/').at(-1) ?? ''
  const [draft] = await db.select().from(drafts).where(eq(drafts.id, draftId))
  const stored = String(draft?.answers[name] ?? '')
  const kept = words.repeat(10).startsWith(stored) ? stored : ''
  // Spaces at the end are no answer.
  const first = strokes.find(({ text }) => text.trimEnd().length > kept.length)
  const typed = strokes.filter((stroke) => stroke.at <= at).length
  return { typed, kept: kept.length, lostMs: first ? Math.max(0, at - first.at) : 0 }
}

function judge(kills: readonly Kill[]): Finding[] {
  const lost = kills.map(({ lostMs }) => lostMs).toSorted((a, b) => a - b)
  const most = lost.at(-1) ?? Number.POSITIVE_INFINITY
  table([
    ['', 'milliseconds of typing lost'],
    ['middle', Math.round(lost[Math.floor(lost.length / 2)] ?? 0)],
    ['most', Math.round(most)],
  ])
  return [
    {
      asked: 'browsers killed while somebody typed',
      found: String(kills.length),
      holds: kills.length === KILLS,
    },
    {
      asked: `most that was lost (at most ${MAY_BE_LOST} ms of typing)`,
      found: `${Math.round(most)} ms`,
      holds: most <= MAY_BE_LOST,
    },
  ]
}

function judgeControl(kills: readonly Kill[]): Finding {
  const worse = kills.filter(({ typed, kept }) => kept < typed / 2).length
  return {
    asked: 'control without saving: kills that lost most of what was typed',
    found: `${worse} of ${kills.length}`,
    holds: worse > 0,
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
