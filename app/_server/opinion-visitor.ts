import { cookies } from 'next/headers'
import type { Visitor } from '@/lib/dossiers/opinions/answer-opinion'
import { clock } from '@/lib/server/business-clock'
import { env } from '@/lib/server/env'
import { clientAddress } from './client-address'

const COOKIE = 'opinion'
const SECONDS = 3600

/** Whoever came by the link, with what shows that the mailbox is theirs. */
export async function opinionVisitor(token: string): Promise<Visitor> {
  const session = (await cookies()).get(COOKIE)?.value ?? ''
  return { token, session, at: clock.now(), address: await clientAddress() }
}

/** Keeps the hour that the code has opened, for this link alone. */
export async function keepOpinionSession(token: string, session: string): Promise<void> {
  const jar = await cookies()
  jar.set(COOKIE, session, {
    path: `/opinion/${token}`,
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: 'strict',
    secure: env().PUBLIC_ORIGIN.startsWith('https:'),
  })
}
