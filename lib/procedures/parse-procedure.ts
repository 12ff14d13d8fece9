import type { CodeLists } from '@/lib/procedures/form-rules'
import type { ProcedureIssue } from '@/lib/procedures/lint/issue'
import { lintProcedure } from '@/lib/procedures/lint-procedure'
import { type Procedure, procedureSchema } from '@/lib/procedures/procedure'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type InvalidProcedure = { code: 'invalid-procedure'; issues: ProcedureIssue[] }

/** A definition from stored or uploaded JSON; refused with place and reason of every fault. */
export function parseProcedure(
  json: unknown,
  codes: CodeLists = SHIPPED_CODES,
): Result<Procedure, InvalidProcedure> {
  const parsed = procedureSchema.safeParse(json)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      ({ path, message }): ProcedureIssue => ({
        place: path.join('.') || '(root)',
        rule: 'shape',
        reason: message,
      }),
    )
    return refuse({ code: 'invalid-procedure', issues })
  }
  const issues = lintProcedure(parsed.data, codes)
  return issues.length > 0 ? refuse({ code: 'invalid-procedure', issues }) : accept(parsed.data)
}
