import { db } from '@/db/client'
import { findInsisted } from '@/db/queries/dossiers'
import type { CaseFile } from '@/lib/casework/case-file'
import { rulesAt } from '@/lib/casework/form-rules'
import type { Answers } from '@/lib/procedures/answers'
import type { Finding } from '@/lib/procedures/finding'
import { runPreChecks } from '@/lib/procedures/pre-checks'

/** What does not fit the rules of the procedure, and whether its owner was told before filing. */
export type CaseDoubt = Finding & { told: boolean }

/**
 * The cross rules on what is declared now, for the officer: they name what to look at and decide nothing.
 * What the applicant has put right since is no longer there.
 */
export async function caseDoubts(
  { dossier, procedure }: CaseFile,
  answers: Answers,
): Promise<CaseDoubt[]> {
  const insisted = await findInsisted(db, dossier.id)
  const findings = runPreChecks(rulesAt(procedure, dossier.submittedAt), answers)
  return findings.map((finding) => ({
    ...finding,
    told: insisted.some(({ rule, path }) => rule === finding.rule && path === finding.path),
  }))
}
