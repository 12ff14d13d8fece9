import { db } from '@/db/client'
import { findVersions } from '@/db/queries/dossiers'
import type { CaseFile } from '@/lib/casework/case-file'
import { rulesAt } from '@/lib/casework/form-rules'
import { openAnswers } from '@/lib/casework/sealed-answers'
import type { Answers } from '@/lib/procedures/answers'
import { valueAt } from '@/lib/procedures/conditions'
import type { Finding } from '@/lib/procedures/finding'
import { runPreChecks } from '@/lib/procedures/pre-checks'
import type { RegisterDifference } from '@/lib/procedures/register-difference'

/** What does not fit the rules of the procedure, and whether its owner was told before sending. */
export type CaseDoubt = Finding & { told: boolean }

export type CaseDoubts = {
  doubts: CaseDoubt[]
  /** What a register said otherwise when it was sent, of answers that stand as they were then. */
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
  const versions = await findVersions(db, dossier.id)
  const insisted = versions.flatMap(({ insisted }) => insisted)
  const findings = runPreChecks(rulesAt(procedure, dossier.submittedAt), answers)
  const told = ({ rule, path }: Finding) =>
    insisted.some((doubt) => 'rule' in doubt && doubt.rule === rule && doubt.path === path)
  const standing = versions.flatMap((version) => {
    const then = openAnswers(procedure, version.answers)
    return version.insisted
      .filter((doubt) => 'register' in doubt)
      .filter(({ path }) => valueAt(answers, path) === valueAt(then, path))
  })
  return {
    doubts: findings.map((finding) => ({ ...finding, told: told(finding) })),
    differences: newestOfEach(standing),
  }
}

/** A change asks about the same place again; what the register said last counts. */
function newestOfEach(differences: readonly RegisterDifference[]): RegisterDifference[] {
  const placeOf = ({ register, part, path }: RegisterDifference) => `${register} ${part} ${path}`
  return [...new Map(differences.map((each) => [placeOf(each), each])).values()]
}
