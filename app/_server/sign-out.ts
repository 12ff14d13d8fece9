import { cookies } from 'next/headers'
import { endSession } from '@/lib/identity/sessions'
import { sessionCookie } from './auth-cookies'
import { currentSessionId } from './current-actor'

/** Ends the session that the request came with, so that a fresh sign-in leaves none behind. */
export async function leaveOldSession(): Promise<void> {
  const sessionId = await currentSessionId()
  if (sessionId) await endSession(sessionId, new Date())
}

/** Ends the session on the server, where it counts, and takes the cookie away. */
export async function leave(): Promise<void> {
  await leaveOldSession()
  const jar = await cookies()
  jar.set({ name: sessionCookie.name, value: '', ...sessionCookie.options, maxAge: 0 })
}
