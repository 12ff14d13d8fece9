import { encode } from 'next-auth/jwt'
import { sessionCookie } from '@/app/_server/auth-cookies'
import { db } from '@/db/client'
import { setCapacity } from '@/db/queries/sessions'
import type { PersonActor } from '@/lib/identity/actor'
import { openSession } from '@/lib/identity/sessions'
import { env } from '@/lib/server/env'
import { formOn, newVisitor, type Page, press, type Visitor, visit } from './plain-browser'
import type { Stack } from './waves'

/** The person of the cast who files everything. */
export const APPLICANT = { name: 'Lê Thị Mẫu', subject: 'eid-le-thi-mau' }

/** Signs the applicant in through the pages of the e-ID, acting for themselves. */
export async function signInByEid({ origin }: Stack): Promise<Visitor> {
  const visitor = newVisitor()
  const who = await visit(visitor, `${origin}/login/eid?callbackUrl=%2Fmy`)
  const arrived = await pressButton(visitor, who, ['sub', APPLICANT.subject])
  const home = arrived.url.includes('/choose-capacity')
    ? await pressButton(visitor, arrived, ['capacity', 'self'])
    : arrived
  if (new URL(home.url).pathname !== '/my') throw new Error(`signing in led to ${home.url}`)
  return visitor
}

function pressButton(visitor: Visitor, page: Page, button: [string, string]): Promise<Page> {
  const [name, value] = button
  const form = formOn(page, ({ controls }) =>
    controls.some((one) => one.name === name && one.value === value),
  )
  return press(visitor, page, { form, button })
}

/** A browser in which an officer is signed in. */
export async function officerAtDesk(actor: PersonActor): Promise<Visitor> {
  const { personId, signIn, assurance, capacity } = actor
  if (capacity.kind !== 'officer') throw new Error('not an officer')
  const opening = { personId, signIn, assurance, userAgent: 'onedoor-proof' }
  const sid = await openSession(db, opening, new Date())
  await setCapacity(db, sid, { kind: 'officer', postId: capacity.postId })
  const token = await encode({ token: { sid }, secret: env().AUTH_SECRET })
  return { cookies: new Map([[sessionCookie.name, token]]) }
}
