import { formatMoney } from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import { translatorFor } from '@/components/messages/translator'
import { Tag } from '@/components/ui/tag'
import type { FeeAssessment, FeeLine } from '@/lib/procedures/fees'

type Props = { fee: FeeAssessment; locale: Locale }

/** What a dossier costs, line by line with its ground, and how sure that is. */
export function AssessedFee({ fee, locale }: Props) {
  const t = translatorFor(locale, 'draft')
  return (
    <>
      {fee.exemption && <p>{t('review.exempt', { name: fee.exemption.name[locale] })}</p>}
      {fee.total === 0 && !fee.exemption && <p>{t('review.feeFree')}</p>}
      {fee.lines.length > 0 && (
        <dl className="mt-3 border-b border-line">
          {fee.lines.map((line) => (
            <Line key={line.key} line={line} locale={locale} />
          ))}
          <div className="flex justify-between gap-6 border-t-2 border-line py-3 font-semibold">
            <dt>{t('review.feeTotal')}</dt>
            <dd className="tabular-nums">{formatMoney(fee.total, locale)}</dd>
          </div>
        </dl>
      )}
      {fee.total > 0 && <p className="mt-3 text-soft">{t('review.feeLater')}</p>}
    </>
  )
}

function Line({ line, locale }: { line: FeeLine; locale: Locale }) {
  const t = translatorFor(locale, 'draft')
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
