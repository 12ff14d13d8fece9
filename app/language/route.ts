import { type NextRequest, NextResponse } from 'next/server'
import { defaultLocale, findLocale, localeCookie } from '@/components/messages/locale'
import { findSafePath } from '../_server/safe-path'

const oneYear = 365 * 24 * 60 * 60

/** Keeps the chosen language and leads back to where the person was: `/language?to=en&back=/path`. */
export function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl
  const locale = findLocale(searchParams.get('to')) ?? defaultLocale
  const response = new NextResponse(null, {
    status: 303,
    headers: {
      Location: findSafePath(searchParams.get('back')) ?? '/',
      'Cache-Control': 'no-store',
    },
  })
  response.cookies.set(localeCookie, locale, {
    path: '/',
    maxAge: oneYear,
    sameSite: 'lax',
    httpOnly: true,
  })
  return response
}
