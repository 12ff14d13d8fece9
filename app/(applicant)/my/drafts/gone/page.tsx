import type { Metadata } from 'next'
import { getTranslator } from '@/app/_server/translator'
import { LinkButton } from '@/components/ui/link-button'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('draft'))('tasks.notFoundTitle'), robots: { index: false } }
}

/**
 * A draft that is not there for this person: gone, or another's. A page of its own, because what
 * `notFound()` shows is made by the script and stays empty without it.
 */
export default async function GonePage() {
  const t = await getTranslator('draft')
  return (
    <div className="wrap py-12">
      <h1>{t('tasks.notFoundTitle')}</h1>
      <p className="mt-3 mb-6 max-w-read text-lg text-soft">{t('tasks.notFoundBody')}</p>
      <p className="flex flex-col gap-3 sm:flex-row">
        <LinkButton href="/my">{t('tasks.notFoundHome')}</LinkButton>
        <LinkButton href="/choose-capacity?callbackUrl=/my" variant="secondary">
          {t('tasks.notFoundCapacity')}
        </LinkButton>
      </p>
    </div>
  )
}
