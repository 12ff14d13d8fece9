import type { MetadataRoute } from 'next'
import { listProcedures } from '@/lib/administration/published-procedures'
import { env } from '@/lib/server/env'

// The procedures in force change with their definitions, not with a build.
export const dynamic = 'force-dynamic'

const PUBLIC_PAGES = [
  '',
  '/procedures',
  '/due-date',
  '/track',
  '/verify',
  '/help',
  '/site-map',
  '/accessibility',
  '/privacy',
]

/** Every page that anybody may read, for search engines (Circular 32/2017/TT-BTTTT Art. 5 to 20). */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = env().PUBLIC_ORIGIN
  const procedures = await listProcedures()
  return [
    ...PUBLIC_PAGES.map((path) => ({ url: `${origin}${path}` })),
    ...procedures.map(({ key }) => ({ url: `${origin}/procedures/${key}` })),
  ]
}
