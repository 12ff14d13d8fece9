import { createHash, randomBytes } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import { cookies, headers } from 'next/headers'
import { NextResponse } from 'next/server'
import NextAuth from 'next-auth'
import { env } from '@/lib/server/env'
import { csrfCookie } from './auth-cookies'
import { authOptions } from './auth-options'

type Action = ['signin', 'eid'] | ['callback', 'officer']
export type AuthAnswer = { location: string; setCookies: string[] }

/**
 * Performs an action of next-auth on the server. Its own signIn() runs in browsers only, and its
 * core is not exported; what is public is the entry for Pages-style handlers, so that is called, with
 * a request and an answer made up for it. The csrf pair is made here: the caller is a server action,
 * whose origin Next has checked, or the plain link that starts the e-ID.
 */
export async function performAuth(
  action: Action,
  form: Record<string, string>,
): Promise<AuthAnswer> {
  const csrfToken = randomBytes(32).toString('hex')
  const csrfHash = createHash('sha256').update(`${csrfToken}${env().AUTH_SECRET}`).digest('hex')
  const jar = (await cookies()).getAll().map(({ name, value }) => [name, value])
  const request = {
    method: 'POST',
    query: { nextauth: action },
    body: { ...form, csrfToken },
    cookies: { ...Object.fromEntries(jar), [csrfCookie.name]: `${csrfToken}|${csrfHash}` },
    headers: Object.fromEntries(await headers()),
  }
  const { response, written } = madeUpResponse()
  // The library reads and calls no more of the two than stands here.
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    authOptions(),
  )
  return {
    location: String(written.get('Location') ?? ''),
    setCookies: [written.get('Set-Cookie') ?? []].flat(),
  }
}

function madeUpResponse() {
  const written = new Map<string, string | string[]>()
  const response = {
    // A copy: the library appends to what it gets and then sets it again.
    getHeader: (name: string) => {
      const value = written.get(name)
      return Array.isArray(value) ? [...value] : value
    },
    setHeader: (name: string, value: string | string[]) => {
      written.set(name, value)
      return response
    },
    status: () => response,
    end: () => response,
    json: () => response,
    send: () => response,
  }
  return { response, written }
}

/** Hands the cookies of an answer to the browser; for server actions, which cannot set headers. */
export async function keepCookies(setCookies: readonly string[]): Promise<void> {
  const jar = await cookies()
  const parsed = new NextResponse(null, {
    headers: setCookies.map((line): [string, string] => ['set-cookie', line]),
  })
  for (const cookie of parsed.cookies.getAll()) jar.set(cookie)
}

/** The value of `error` in the address that next-auth sends a failed attempt to. */
export function errorOf(location: string): string | undefined {
  const { PUBLIC_ORIGIN } = env()
  return new URL(location, PUBLIC_ORIGIN).searchParams.get('error') ?? undefined
}
