import { db } from '@/db/client'
import { findFiled } from '@/db/queries/dossiers'
import type { CaseFile } from '@/lib/casework/case-file'
import { rulesAt } from '@/lib/casework/form-rules'
import { openAnswers } from '@/lib/casework/sealed-answers'
import type { Answers } from '@/lib/procedures/answers'
import { valueAt } from '@/lib/procedures/conditions'
import type { Finding } from '@/lib/procedures/finding'
import { runPreChecks } from '@/lib/procedures/pre-checks'
import type { RegisterDifference } from '@/lib/procedures/register-difference'

/** What does not fit the rules of the procedure, and whether its owner was told before filing. */
export type CaseDoubt = Finding & { told: boolean }

export type CaseDoubts = {
  doubts: CaseDoubt[]
  /** What a register said otherwise at filing, of answers that stand as they were filed. */
  differences: RegisterDifference[]
}

/**
 * The cross rules on what is declared now, and what the applicant kept although a register said otherwise,
 * for the officer: they name what to look at and decide nothing. What the applicant has put right since is
 * no longer there.
 */
export async function caseDoubts(
  { dossier, procedure }: CaseFile,
  answers: Answers,
): Promise<CaseDoubts> {
  const filed = await findFiled(db, dossier.id)
  const insisted = filed?.insisted ?? []
  const before = openAnswers(procedure, filed?.answers ?? {})
  const findings = runPreChecks(rulesAt(procedure, dossier.submittedAt), answers)
  const told = ({ rule, path }: Finding) =>
    insisted.some((doubt) => 'rule' in doubt && doubt.rule === rule && doubt.path === path)
  return {
    doubts: findings.map((finding) => ({ ...finding, told: told(finding) })),
    differences: insisted
      .filter((doubt) => 'register' in doubt)
      .filter(({ path }) => valueAt(answers, path) === valueAt(before, path)),
  }
}
