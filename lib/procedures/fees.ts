import type { Answers } from '@/lib/procedures/answers'
import { holds } from '@/lib/procedures/conditions'
import { withDerived } from '@/lib/procedures/derive'
import type { Facts } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Fee, Reduction } from '@/lib/procedures/shape/fee'
import type { Confidence, LocalText } from '@/lib/procedures/shape/text'
import { relevantAnswers } from '@/lib/procedures/visible'

export type FeeLine = {
  key: string
  name: LocalText
  /** Whole đồng before and after a cut in force. */
  base: number
  amount: number
  legal: string
  /** The cut that was applied, or one that may apply but is not confirmed (`rate` null). */
  reduction: { legal: string; rate: number | null } | null
  confidence: Confidence
  /** Shown as "mức thu cần xác nhận". */
  needsConfirmation: boolean
}

export type FeeAssessment = {
  lines: FeeLine[]
  /** Whole đồng to be paid. */
  total: number
  needsConfirmation: boolean
  /** Why nothing is paid although a fee exists, e.g. the authority erred (Law 15/2023 Art. 27.4). */
  exemption: { name: LocalText; basis: string } | null
}

const SURE = /^(verified|designed)/

/** What this dossier costs on `facts.today`: the fees in force, less the cuts in force. */
export function assessFees(procedure: Procedure, answers: Answers, facts: Facts): FeeAssessment {
  const { money } = procedure
  const known = withDerived(procedure, relevantAnswers(procedure, answers, facts), facts)
  const exemption = money.exemptions.find(({ when }) => holds(when, known, facts))
  if (exemption) {
    const { name, basis } = exemption
    return { lines: [], total: 0, needsConfirmation: false, exemption: { name, basis } }
  }
  const lines = money.fees
    .filter(({ payAt }) => payAt !== 'process')
    .filter((fee) => inForce(fee, facts.today))
    .filter(({ appliesWhen }) => appliesWhen === undefined || holds(appliesWhen, known, facts))
    .map((fee) => lineOf(fee, reductionOn(money.reductions, fee, facts.today)))
  return {
    lines,
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
    needsConfirmation: lines.some((line) => line.needsConfirmation),
    exemption: null,
  }
}

/** The fees in force on a day that the agency may ask for while it works on the dossier. */
export function feesInProcess({ money }: Pick<Procedure, 'money'>, today: string): Fee[] {
  return money.fees.filter((fee) => fee.payAt === 'process' && inForce(fee, today))
}

function lineOf(fee: Fee, reduction: Reduction | undefined): FeeLine {
  const rate = reduction?.rate ?? 1
  return {
    key: fee.key,
    name: fee.name,
    base: fee.amount,
    amount: Math.round(fee.amount * rate),
    legal: fee.legal,
    reduction: reduction ? { legal: reduction.legal, rate: reduction.rate } : null,
    confidence: fee.confidence,
    needsConfirmation: !SURE.test(fee.confidence) || (!!reduction && !isSure(reduction)),
  }
}

/** The deepest confirmed cut wins; one without a rate only says that a cut may exist. */
function reductionOn(reductions: Reduction[], fee: Fee, today: string): Reduction | undefined {
  return reductions
    .filter((reduction) => reduction.fees.includes(fee.key) && inForce(reduction, today))
    .sort((a, b) => (a.rate ?? 1) - (b.rate ?? 1))[0]
}

function isSure({ rate, confidence }: Reduction): boolean {
  return rate !== null && SURE.test(confidence)
}

function inForce(dated: { validFrom: string; validTo: string | null }, today: string): boolean {
  return dated.validFrom <= today && (dated.validTo === null || today <= dated.validTo)
}
