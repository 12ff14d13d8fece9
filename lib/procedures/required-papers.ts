import type { Answers } from '@/lib/procedures/answers'
import { holds } from '@/lib/procedures/conditions'
import { withDerived } from '@/lib/procedures/derive'
import type { Facts } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Paper } from '@/lib/procedures/shape/paper'
import { relevantAnswers } from '@/lib/procedures/visible'

/**
 * What a component of the dossier means for this applicant: to be uploaded, may be uploaded, made
 * by the portal from the answers, looked up by the officer, or not needed because it is known.
 */
export type PaperDemand = {
  paper: Paper
  demand: 'required' | 'optional' | 'made-by-portal' | 'from-registry' | 'waived'
}

/** The components that concern this dossier, in the order of the definition. */
export function requiredPapers(
  procedure: Procedure,
  answers: Answers,
  facts: Facts,
): PaperDemand[] {
  const relevant = relevantAnswers(procedure, answers, facts)
  const known = withDerived(procedure, relevant, facts)
  return procedure.papers.flatMap((paper): PaperDemand[] => {
    const demand = demandOf(paper, known, facts)
    return demand === null ? [] : [{ paper, demand }]
  })
}

/** Keys of the papers without which the dossier cannot be sent, and which are not attached yet. */
export function missingPapers(
  demands: readonly PaperDemand[],
  attached: readonly string[],
): string[] {
  return demands
    .filter(({ paper, demand }) => demand === 'required' && !attached.includes(paper.key))
    .map(({ paper }) => paper.key)
}

function demandOf(paper: Paper, known: Answers, facts: Facts): PaperDemand['demand'] | null {
  if (paper.requiredWhen && !holds(paper.requiredWhen, known, facts)) return null
  if (paper.waivedWhen && holds(paper.waivedWhen, known, facts)) return 'waived'
  if (paper.source === 'eform') return 'made-by-portal'
  if (paper.source === 'registry') return 'from-registry'
  return paper.requirement === 'optional' ? 'optional' : 'required'
}
