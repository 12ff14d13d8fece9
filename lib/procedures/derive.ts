import type { Answers, AnswerValue } from '@/lib/procedures/answers'
import { holds } from '@/lib/procedures/conditions'
import type { Facts } from '@/lib/procedures/form-rules'
import type { Derived, Procedure } from '@/lib/procedures/procedure'

/** The answers together with the values that follow from them; derived keys never reach the store. */
export function withDerived(procedure: Procedure, answers: Answers, facts: Facts): Answers {
  const all: Answers = { ...answers }
  for (const derived of procedure.derived) {
    const value = deriveOne(derived, all, facts)
    if (value !== undefined) all[derived.key] = value
  }
  return all
}

function deriveOne(derived: Derived, answers: Answers, facts: Facts): AnswerValue | undefined {
  const found = derived.cases.find((candidate) => holds(candidate.when, answers, facts))
  if (!found) return undefined
  return 'value' in found ? found.value : answers[found.field]
}
