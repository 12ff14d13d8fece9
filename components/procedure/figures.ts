import { formatMoney } from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import type { Translator } from '@/components/messages/translator'
import type { Procedure } from '@/lib/procedures/procedure'

/** Whether a fact was seen in a source; what was not is shown as still to be confirmed. */
export function isConfirmed(confidence: string): boolean {
  return confidence.startsWith('verified') || confidence.startsWith('secondary')
}

type Money = Procedure['money']

/** The fees of a day: those whose dates hold on it. */
export function feesOn(money: Money, day: string): Money['fees'] {
  if (money.payAt === 'never') return []
  return money.fees.filter((fee) => holds(fee, day))
}

/** Cuts whose dates hold on a day. */
export function reductionsOn(money: Money, day: string): Money['reductions'] {
  return money.reductions.filter((reduction) => holds(reduction, day))
}

/** True when an amount, or a cut that may touch it, was not confirmed: people are told so. */
export function feeIsUncertain(money: Money, day: string): boolean {
  const fees = feesOn(money, day)
  const opens = reductionsOn(money, day).some((reduction) => reduction.rate === null)
  return fees.length > 0 && (opens || fees.some((fee) => !isConfirmed(fee.confidence)))
}

/** '4.300.000 đ', '3.100.000 đ đến 4.300.000 đ' or 'Không thu phí'. */
export function feeInShort(
  t: Translator<'procedures'>,
  fees: Money['fees'],
  locale: Locale,
): string {
  const amounts = fees.map((fee) => fee.amount)
  if (amounts.length === 0) return t('free')
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)]
  if (low === high) return formatMoney(low, locale)
  return t('feeRange', { low: formatMoney(low, locale), high: formatMoney(high, locale) })
}

function holds(dates: { validFrom: string; validTo: string | null }, day: string): boolean {
  return dates.validFrom <= day && (dates.validTo === null || day <= dates.validTo)
}
