import type { OwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { AssessedFee } from '@/components/procedure/assessed-fee'
import { assessFees } from '@/lib/procedures/fees'

/** What this dossier costs, line by line, and how sure that is. */
export async function FeeToPay({ own }: { own: OwnDraft }) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const fee = assessFees(own.view.procedure, own.view.answers, own.rules.facts)
  return (
    <section className="mt-10 max-w-4xl" aria-labelledby="fee">
      <h2 id="fee">{t('review.fee')}</h2>
      <AssessedFee fee={fee} locale={locale} />
    </section>
  )
}
