import { fieldOfPath } from '@/lib/procedures/answer-path'
import type { Answers } from '@/lib/procedures/answers'
import { holds } from '@/lib/procedures/conditions'
import { CHECKS } from '@/lib/procedures/cross-checks'
import { withDerived } from '@/lib/procedures/derive'
import { unmetExpectations } from '@/lib/procedures/expectations'
import type { Finding } from '@/lib/procedures/finding'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { CrossRule } from '@/lib/procedures/shape/rule'
import { relevantAnswers } from '@/lib/procedures/visible'

/**
 * Runs the cross rules and the expectations of single questions over the answers. Findings help the applicant before sending and the
 * officer after it; they never decide anything.
 */
export function runPreChecks(rules: FormRules, answers: Answers): Finding[] {
  const { procedure, facts } = rules
  const known = withDerived(procedure, relevantAnswers(procedure, answers, facts), facts)
  const crossed = procedure.rules
    .filter(({ appliesWhen }) => appliesWhen === undefined || holds(appliesWhen, known, facts))
    .flatMap((rule) => findingsOf(rules, known, rule))
  return [...unmetExpectations(rules, known), ...crossed]
}

function findingsOf(rules: FormRules, known: Answers, rule: CrossRule): Finding[] {
  const { procedure } = rules
  const clause = procedure.clauses.find(({ key }) => key === rule.basis) ?? null
  return checkOf(rule)(rule, known, rules).map(({ path, params }) => ({
    rule: rule.key,
    severity: rule.severity,
    section: sectionOf(rules, path),
    field: fieldOfPath(path),
    path,
    message: { vi: fill(rule.message.vi, params), en: fill(rule.message.en, params) },
    clause,
  }))
}

type AnyCheck = (
  rule: CrossRule,
  known: Answers,
  rules: FormRules,
) => ReturnType<(typeof CHECKS)['condition']>

/** The table of checks is keyed by the very tag of the rule, which the compiler cannot follow. */
function checkOf(rule: CrossRule): AnyCheck {
  return CHECKS[rule.check] as AnyCheck
}

function sectionOf({ procedure }: FormRules, path: string): string {
  const key = fieldOfPath(path)
  return (
    procedure.sections.find(({ fields }) => fields.some((field) => field.key === key))?.key ?? ''
  )
}

function fill(text: string, params: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)
}
