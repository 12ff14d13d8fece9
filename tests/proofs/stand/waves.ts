import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { startStack } from '@/lib/cli/processes.mjs'
import { aFullDraft } from '@/tests/integration/dossiers/stage'
import {
  type AckLog,
  type HttpApplicant,
  openAckLog,
  openReview,
  type ReviewForm,
  signedInApplicant,
  submitUntilTold,
} from './http-applicant'
import { readAcks } from './judge-filings'
import { kill, pause, within } from './stand'

export type Stack = Awaited<ReturnType<typeof startStack>>

/** Applicants before a running product, who press their buttons all at once, wave after wave. */
export type Scene = {
  stack: Stack
  clients: HttpApplicant[]
  log: AckLog
  ackFile: string
  random: () => number
  /** How long a wave takes when nobody kills anything, in milliseconds. */
  undisturbed: number
  lastKill: number
  /** While it holds, no answer reaches its applicant. */
  answersLost: boolean
}

export type Instant = 'random' | 'commit' | 'answers lost'

/** One kill: when it came, how many drafts were filed and how many of those told, and what followed, in ms. */
export type Blow = {
  instant: string
  told: number
  filed: number
  ready: number
  done: number
  tries: number
}

/** The crew gives up on what dies more than five times a minute. */
const BETWEEN_KILLS = 12_200
export const READY_WITHIN_SECONDS = 60

export async function openScene(
  stack: Stack,
  ackFile: string,
  { clients: count, random }: { clients: number; random: () => number },
): Promise<Scene> {
  const clients: HttpApplicant[] = []
  while (clients.length < count) clients.push(await signedInApplicant(stack.origin))
  const log = openAckLog(ackFile)
  return {
    stack,
    clients,
    log,
    ackFile,
    random,
    undisturbed: 0,
    lastKill: 0,
    answersLost: false,
  }
}

/** A wave that nobody disturbs: it says how long one takes. */
export async function measureWave(scene: Scene): Promise<void> {
  const forms = await openForms(scene)
  const begin = Date.now()
  await wave(scene, forms, () => Promise.resolve())
  scene.undisturbed = Date.now() - begin
}

/** A wave in which the web server is killed once; it ends when every applicant was told. */
export async function killedWave(scene: Scene, instant: Instant): Promise<Blow> {
  const forms = await openForms(scene)
  await pause(Math.max(0, scene.lastKill + BETWEEN_KILLS - Date.now()))
  const drafts = forms.map(({ draftId }) => draftId)
  const before = readAcks(scene.ackFile).length
  const seen = { instant: '', told: 0, filed: 0, ready: 0 }
  scene.answersLost = instant === 'answers lost'
  const tries = await wave(scene, forms, async () => {
    seen.instant = await untilInstant(scene, instant, drafts)
    await kill(scene.stack, 'web')
    scene.lastKill = Date.now()
    await pause(200) // a commit that was on its way arrives, and answers that were sent are read
    scene.answersLost = false
    seen.told = readAcks(scene.ackFile).length - before
    seen.filed = await countFiled(drafts)
    seen.ready = await untilReady(scene)
  })
  return { ...seen, done: Date.now() - scene.lastKill, tries }
}

/** A new draft of each applicant, its review page open. */
function openForms({ stack, clients }: Scene): Promise<ReviewForm[]> {
  return Promise.all(
    clients.map(async (client) => openReview(client, stack.origin, await aFullDraft(client.actor))),
  )
}

/** All press at once; `disturb` happens meanwhile. Returns the tries that they needed together. */
async function wave(
  scene: Scene,
  forms: ReviewForm[],
  disturb: () => Promise<void>,
): Promise<number> {
  const submitted = scene.clients.map(async (client, index) => {
    const form = forms[index]
    if (!form) throw new Error('an applicant without a form')
    const ack = await submitUntilTold(client, form, () => !scene.answersLost)
    scene.log.note(ack)
    return ack.tries
  })
  const [tries] = await Promise.all([Promise.all(submitted), disturb()])
  return tries.reduce((sum, one) => sum + one, 0)
}

async function untilInstant(scene: Scene, instant: Instant, drafts: string[]): Promise<string> {
  const { random, undisturbed } = scene
  if (instant === 'random') {
    const delay = Math.floor(random() * undisturbed)
    await pause(delay)
    return `after ${delay} ms`
  }
  const wanted = 1 + Math.floor(random() * (drafts.length - 1))
  await within(30, async () => (await countFiled(drafts)) >= wanted, 2)
  return `at commit ${wanted}${instant === 'commit' ? '' : ', answers lost'}`
}

/** By their papers: what a draft became is what a control takes from it. */
async function countFiled(drafts: string[]): Promise<number> {
  const rows = await db.execute(
    sql`select 1 from papers where draft_id in ${drafts} and dossier_id is not null group by draft_id`,
  )
  return rows.length
}

async function untilReady({ stack, lastKill }: Scene): Promise<number> {
  await within(READY_WITHIN_SECONDS, () =>
    fetch(`${stack.origin}/api/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  return Date.now() - lastKill
}
