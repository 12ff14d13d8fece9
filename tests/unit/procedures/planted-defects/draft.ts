import type { Answers } from '@/lib/procedures/answers'
import { findMissing } from '@/lib/procedures/find-missing'
import type { FormRules } from '@/lib/procedures/form-rules'
import { runPreChecks } from '@/lib/procedures/pre-checks'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { TODAY } from '@/tests/factories/clinic-procedure'
import { completeAnswers } from '@/tests/factories/complete-answers'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

/** A draft as the review page judges it: what was typed, and which papers lie in it. */
export type Draft = { rules: FormRules; typed: Record<string, unknown>; papers: string[] }
export type Change = (draft: Draft) => Draft

const procedures = new Map(shippedProcedures())

/** A draft with nothing missing; another number walks other branches of the form. */
export function fullDraft(procedureKey: string, variant: number, chosen: Answers = {}): Draft {
  const procedure = procedures.get(procedureKey)
  if (!procedure) throw new Error(`no procedure ${procedureKey}`)
  const facts = { today: TODAY, holding: [] }
  const rules: FormRules = { procedure, codes: SHIPPED_CODES, facts }
  const papers = procedure.papers.map(({ key }) => key)
  return { rules, typed: completeAnswers({ rules, variant, chosen }), papers }
}

/** What stops a draft, and what is only said about it, each as `where: what`. */
export function judge({ rules, typed, papers }: Draft): { stops: string[]; hints: string[] } {
  const answers = typed as Answers
  return {
    stops: findMissing(rules, answers, papers).map(({ path, code }) => `${path}: ${code}`),
    hints: runPreChecks(rules, answers).map(({ path, rule }) => `${path}: ${rule}`),
  }
}

/** Answers other than before. */
export const set =
  (values: Record<string, unknown>): Change =>
  (draft) => ({
    ...draft,
    typed: { ...draft.typed, ...values },
  })

/** Other values in one row of a table; undefined leaves a cell empty. */
export const row =
  (table: string, at: number, cells: Record<string, unknown>): Change =>
  (draft) =>
    set({
      [table]: rowsOf(draft, table).map((one, i) => (i === at ? { ...one, ...cells } : one)),
    })(draft)

/** Only the first rows of a table. */
export const firstRows =
  (table: string, count: number): Change =>
  (draft) =>
    set({ [table]: rowsOf(draft, table).slice(0, count) })(draft)

/** The same values in every row. */
export const rows =
  (table: string, cells: Record<string, unknown>): Change =>
  (draft) =>
    set({ [table]: rowsOf(draft, table).map((one) => ({ ...one, ...cells })) })(draft)

/** Other parts of a person, an organisation or an address. */
export const part =
  (key: string, parts: Record<string, unknown>): Change =>
  (draft) =>
    set({ [key]: { ...(draft.typed[key] as object | undefined), ...parts } })(draft)

/** A paper that nobody attached, or that lies in the place of another. */
export const withoutPaper =
  (paper: string): Change =>
  (draft) => ({
    ...draft,
    papers: draft.papers.filter((key) => key !== paper),
  })

export const all =
  (...changes: Change[]): Change =>
  (draft) =>
    changes.reduce((changed, change) => change(changed), draft)

function rowsOf({ typed }: Draft, table: string): Record<string, unknown>[] {
  return (typed[table] as Record<string, unknown>[] | undefined) ?? []
}
