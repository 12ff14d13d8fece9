import { getTranslator } from '@/app/_server/translator'
import { LinkButton } from '@/components/ui/link-button'

/** A draft that is not there for this person: gone, or another's. */
export default async function DraftNotFound() {
  const t = await getTranslator('draft')
  return (
    <div className="wrap py-12">
      <h1>{t('tasks.notFoundTitle')}</h1>
      <p className="mt-3 mb-6 max-w-read text-lg text-soft">{t('tasks.notFoundBody')}</p>
      <p className="flex flex-col gap-3 sm:flex-row">
        <LinkButton href="/my">{t('tasks.notFoundHome')}</LinkButton>
        <LinkButton href="/choose-capacity?callbackUrl=/my" variant="secondary" prefetch={false}>
          {t('tasks.notFoundCapacity')}
        </LinkButton>
      </p>
    </div>
  )
}
