import { type NextRequest, NextResponse } from 'next/server'
import { newId } from '@/lib/shared/ids'

/**
 * Gives each page its Content-Security-Policy with a fresh nonce, and each request its id for the
 * log. Nothing is permitted or denied here: that is asked in the use cases.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()))
  const requestId = newId()
  const headers = new Headers(request.headers)
  headers.set('x-request-id', requestId)
  // Next reads the nonce from the policy of the request and puts it on its own scripts and styles.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', requestId)
  return response
}

function contentSecurityPolicy(nonce: string): string {
  // The development server evaluates code and writes styles of its own.
  const developing = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

// Bodies pass through a buffer of ten megabytes here, so uploads and payment notices go round it.
export const config = {
  matcher: [
    '/((?!api/uploads|api/files|api/payments|api/health|api/metrics|_next/static|fonts/).*)',
  ],
}
