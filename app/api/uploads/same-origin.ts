import { env } from '@/lib/server/env'

/**
 * Whether a request that changes something was sent by a page of this portal. Browsers say so in
 * Sec-Fetch-Site, older ones in Origin; who says neither is no page of ours.
 */
export function isFromOwnPage(headers: Pick<Headers, 'get'>): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  return origin === null ? site === 'same-origin' : origin === env().PUBLIC_ORIGIN
}
