import type { Metadata } from 'next'
import { SiteShell } from '@/components/layout/site-shell'
import { Link } from '@/components/ui/link'
import { getFrame } from './_server/frame'
import { getTranslator } from './_server/translator'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('errors')
  return { title: t('notFoundTitle') }
}

export default async function NotFound() {
  const t = await getTranslator('errors')
  const ways = [
    { href: '/procedures', text: t('notFoundSearch') },
    { href: '/track', text: t('notFoundTrack') },
    { href: '/', text: t('notFoundHome') },
  ]
  return (
    <SiteShell {...(await getFrame())}>
      <div className="wrap py-10">
        <h1>{t('notFoundTitle')}</h1>
        <p className="mt-3 max-w-read text-lg">{t('notFoundBody')}</p>
        <ul className="mt-4 list-disc space-y-1 pl-5">
          {ways.map((way) => (
            <li key={way.href}>
              <Link href={way.href} className="inline-block py-1">
                {way.text}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </SiteShell>
  )
}
