import type { Answers } from '@/lib/procedures/answers'
import { assessFees, type FeeAssessment } from '@/lib/procedures/fees'
import type { FormRules } from '@/lib/procedures/form-rules'
import { type PaperDemand, requiredPapers } from '@/lib/procedures/required-papers'
import type { Condition, FactName } from '@/lib/procedures/shape/condition'
import type { Section } from '@/lib/procedures/shape/field'
import type { Paper } from '@/lib/procedures/shape/paper'
import { visibleSections } from '@/lib/procedures/visible'

/** What somebody with these answers brings, pays and fills in. */
export type PreparedDossier = {
  papers: PaperDemand[]
  /** Papers that come on top when something holds that no question asks, such as filing for another. */
  more: { fact: FactName; papers: Paper[] }[]
  fee: FeeAssessment
  sections: Section[]
}

/** Works out the dossier from the answers to the preparation's questions. */
export function prepareDossier(rules: FormRules, answers: Answers): PreparedDossier {
  const { procedure, facts } = rules
  const papers = requiredPapers(procedure, answers, facts)
  return {
    papers,
    more: morePapers(rules, answers, papers),
    fee: assessFees(procedure, answers, facts),
    sections: visibleSections(procedure, answers, facts),
  }
}

function morePapers(
  { procedure, facts }: FormRules,
  answers: Answers,
  listed: readonly PaperDemand[],
): PreparedDossier['more'] {
  const known = new Set(listed.map(({ paper }) => paper.key))
  return factsIn(procedure.papers).flatMap((fact) => {
    const holding = [...facts.holding, fact]
    const papers = requiredPapers(procedure, answers, { ...facts, holding })
      .map(({ paper }) => paper)
      .filter(({ key }) => !known.has(key))
    return papers.length > 0 ? [{ fact, papers }] : []
  })
}

function factsIn(papers: readonly Paper[]): FactName[] {
  return [...new Set(papers.flatMap(({ requiredWhen }) => factsOf(requiredWhen)))]
}

function factsOf(condition: Condition | undefined): FactName[] {
  if (!condition) return []
  if ('all' in condition) return condition.all.flatMap(factsOf)
  if ('any' in condition) return condition.any.flatMap(factsOf)
  if ('not' in condition) return factsOf(condition.not)
  return 'fact' in condition ? [condition.fact] : []
}
