import type { MetadataRoute } from 'next'
import { env } from '@/lib/server/env'

export const dynamic = 'force-dynamic'

/** What belongs to somebody is found by nobody else. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/my', '/office', '/api', '/login', '/opinion'] },
    sitemap: `${env().PUBLIC_ORIGIN}/sitemap.xml`,
  }
}
