import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { encode } from 'next-auth/jwt'
import { sessionCookie } from '@/app/_server/auth-cookies'
import { db } from '@/db/client'
import { setCapacity } from '@/db/queries/sessions'
import type { PersonActor } from '@/lib/identity/actor'
import { openSession } from '@/lib/identity/sessions'
import { env } from '@/lib/server/env'
import { anApplicant } from '@/tests/integration/dossiers/stage'
import { pause } from './stand'

const BROWSER = 'onedoor-proof'
const PATIENCE = 90_000
const ANSWER_WITHIN = 20_000

/** What an applicant was told: their draft is this dossier now. */
export type Acknowledgement = { key: string; draftId: string; dossierId: string; tries: number }

/** The applicants' own record of what they were told, on disk before the next step. */
export type AckLog = { note: (ack: Acknowledgement) => void; close: () => void }

export function openAckLog(file: string): AckLog {
  const log = openSync(file, 'a')
  return {
    note: (ack) => {
      writeSync(log, `${JSON.stringify(ack)}\n`)
      fsyncSync(log)
    },
    close: () => closeSync(log),
  }
}

export type HttpApplicant = { actor: PersonActor; headers: Record<string, string> }

/** An applicant who is signed in, with the headers of their browser. */
export async function signedInApplicant(origin: string): Promise<HttpApplicant> {
  const actor = await anApplicant()
  const { personId, signIn, assurance } = actor
  const opening = { personId, signIn, assurance, userAgent: BROWSER }
  const sid = await openSession(db, opening, new Date())
  await setCapacity(db, sid, { kind: 'self' })
  const token = await encode({ token: { sid }, secret: env().AUTH_SECRET })
  const cookie = `${sessionCookie.name}=${token}`
  return { actor, headers: { cookie, origin, 'user-agent': BROWSER } }
}

export type ReviewForm = { url: string; draftId: string; key: string; fields: [string, string][] }

/** The review page of a draft with its button, as a browser without JavaScript would send it. */
export async function openReview(
  { headers }: HttpApplicant,
  origin: string,
  draftId: string,
): Promise<ReviewForm> {
  const url = `${origin}/my/drafts/${draftId}/review`
  const response = await fetch(url, { headers, redirect: 'manual' })
  const page = await response.text()
  const form = (page.match(/<form[\s\S]*?<\/form>/g) ?? []).find((one) => one.includes('submitKey'))
  if (!form)
    throw new Error(`no form on ${url}: ${response.status} ${response.headers.get('location')}`)
  const fields = (form.match(/<input[^>]*>/g) ?? []).map((input): [string, string] => [
    attribute(input, 'name'),
    attribute(input, 'value'),
  ])
  const key = fields.find(([name]) => name === 'submitKey')?.[1] ?? ''
  return { url, draftId, key, fields }
}

/** Presses the button, and again with the same key until an answer that `arrives` names the dossier. */
export async function submitUntilTold(
  { headers }: HttpApplicant,
  form: ReviewForm,
  arrives: () => boolean,
): Promise<Acknowledgement> {
  const end = Date.now() + PATIENCE
  for (let tries = 1; Date.now() < end; tries += 1) {
    const dossierId = await submitOnce(headers, form).catch(() => undefined)
    if (dossierId && arrives()) return { key: form.key, draftId: form.draftId, dossierId, tries }
    await pause(100 + Math.random() * 200)
  }
  throw new Error(`draft ${form.draftId} was never acknowledged`)
}

async function submitOnce(
  headers: Record<string, string>,
  { url, fields }: ReviewForm,
): Promise<string | undefined> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  })
  const dossier = /\/my\/dossiers\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')
  void response.body?.cancel().catch(() => undefined)
  return response.status === 303 ? dossier?.[1] : undefined
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name.replace('$', '\\$')}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
