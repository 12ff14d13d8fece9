import { formatDate, formatMoney, formatPercent } from '@/components/format'
import type { ProcedureView } from './answer-first'
import { feeIsUncertain, feesOn, reductionsOn } from './figures'

/** Every fee of today with its ground, the cuts that may touch it, and who pays nothing. */
export function FeeLines({ procedure, t, locale, today }: ProcedureView) {
  const { money } = procedure
  const fees = feesOn(money, today)
  if (fees.length === 0) return <p>{t('free')}</p>
  return (
    <div className="space-y-2">
      <ul className="space-y-1">
        {fees.map((fee) => (
          <li key={fee.key}>
            {fee.name[locale]}:{' '}
            <b className="font-semibold tabular-nums">{formatMoney(fee.amount, locale)}</b>{' '}
            <span className="text-soft">({t('recordFeeLegal', { legal: fee.legal })})</span>
          </li>
        ))}
      </ul>
      {reductionsOn(money, today).map((reduction) => (
        <p key={reduction.legal} className="text-sm text-soft">
          {reductionText({ t, locale }, reduction)}
        </p>
      ))}
      {money.exemptions.length > 0 && (
        <p>
          {t('recordExemptions', {
            names: money.exemptions.map((exemption) => exemption.name[locale]).join('; '),
          })}
        </p>
      )}
      {feeIsUncertain(money, today) && (
        <p className="text-sm text-warn">{t('feeUnconfirmedWhy')}</p>
      )}
    </div>
  )
}

type Reduction = ReturnType<typeof reductionsOn>[number]

function reductionText({ t, locale }: Pick<ProcedureView, 't' | 'locale'>, cut: Reduction): string {
  const dates = {
    legal: cut.legal,
    from: formatDate(cut.validFrom),
    to: cut.validTo ? formatDate(cut.validTo) : t('legalNoEnd'),
  }
  if (cut.rate === null) return t('recordReduction', dates)
  return t('recordReductionRate', { ...dates, rate: formatPercent(cut.rate, locale) })
}
