import type { OwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatMoney } from '@/components/format'
import { Tag } from '@/components/ui/tag'
import { assessFees, type FeeLine } from '@/lib/procedures/fees'

/** What this dossier costs, line by line, and how sure that is. */
export async function FeeToPay({ own }: { own: OwnDraft }) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const fee = assessFees(own.view.procedure, own.view.answers, own.rules.facts)
  return (
    <section className="mt-10 max-w-4xl" aria-labelledby="fee">
      <h2 id="fee">{t('review.fee')}</h2>
      {fee.exemption && <p>{t('review.exempt', { name: fee.exemption.name[locale] })}</p>}
      {fee.total === 0 && !fee.exemption && <p>{t('review.feeFree')}</p>}
      {fee.lines.length > 0 && (
        <dl className="mt-3 border-b border-line">
          {fee.lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
          <div className="flex justify-between gap-6 border-t-2 border-line py-3 font-semibold">
            <dt>{t('review.feeTotal')}</dt>
            <dd className="tabular-nums">{formatMoney(fee.total, locale)}</dd>
          </div>
        </dl>
      )}
      {fee.total > 0 && <p className="mt-3 text-soft">{t('review.feeLater')}</p>}
    </section>
  )
}

async function Line({ line }: { line: FeeLine }) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const { reduction, legal } = line
  return (
    <div className="flex justify-between gap-6 border-t border-line py-3">
      <dt>
        {line.name[locale]}
        <span className="block text-sm text-soft">{t('review.basis', { text: legal })}</span>
        {reduction && (
          <span className="block text-sm text-soft">
            {t(reduction.rate === null ? 'review.maybeReduced' : 'review.reduced', {
              legal: reduction.legal,
            })}
          </span>
        )}
        {line.needsConfirmation && <Tag tone="warn">{t('tasks.feeUnsure')}</Tag>}
      </dt>
      <dd className="whitespace-nowrap tabular-nums">{formatMoney(line.amount, locale)}</dd>
    </div>
  )
}
