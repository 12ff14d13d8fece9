import type { CodeLists } from '@/lib/procedures/form-rules'
import { noCircles, reachableConditions } from '@/lib/procedures/lint/conditions'
import { reachableQuestions, soundConditions } from '@/lib/procedures/lint/contradictions'
import {
  answerableByAll,
  knownSources,
  sealedIdentifiers,
  soundChoices,
  soundLimits,
} from '@/lib/procedures/lint/fields'
import { keyOf, type LintRule, type ProcedureIssue } from '@/lib/procedures/lint/issue'
import { heldPapers, soundPapers } from '@/lib/procedures/lint/papers'
import {
  elsewhereWithoutVisit,
  intakeApart,
  partialHasReason,
  soundDates,
  soundShares,
  stagesWithin,
} from '@/lib/procedures/lint/process'
import { knownClauses, knownNames, uniqueKeys } from '@/lib/procedures/lint/references'
import { filledResult, soundNumber } from '@/lib/procedures/lint/result'
import { stepsWithExit } from '@/lib/procedures/lint/steps'
import { readableTexts, translatedTexts } from '@/lib/procedures/lint/texts'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Confidence } from '@/lib/procedures/shape/text'

const RULES: readonly LintRule[] = [
  uniqueKeys,
  knownClauses,
  knownNames,
  reachableConditions,
  noCircles,
  soundConditions,
  reachableQuestions,
  soundChoices,
  soundLimits,
  answerableByAll,
  knownSources,
  sealedIdentifiers,
  soundPapers,
  heldPapers,
  soundShares,
  stagesWithin,
  stepsWithExit,
  intakeApart,
  partialHasReason,
  elsewhereWithoutVisit,
  soundDates,
  filledResult,
  soundNumber,
  translatedTexts,
  readableTexts,
]

/** What is wrong with a definition that has the right shape. */
export function lintProcedure(procedure: Procedure, codes: CodeLists): ProcedureIssue[] {
  return RULES.flatMap((rule) => rule({ procedure, codes }))
}

/** A fact of a definition that nobody has verified, with how it is marked; `no-basis` has no clause yet. */
export type UnverifiedFact = { place: string; mark: Confidence | 'no-basis' }

/** What nobody has confirmed: never invented away, counted, and shown with the procedure. */
export function unverifiedFacts(procedure: Procedure): UnverifiedFact[] {
  const { checklist, reasons } = procedure
  const ungrounded = [
    ...checklist.map(({ key, basis }) => ({ place: `checklist.${key}`, basis })),
    ...reasons.map(({ key, basis }) => ({ place: `reasons.${key}`, basis })),
  ].filter(({ basis }) => basis === null)
  return [
    ...marksOf(procedure, '').filter(({ mark }) => !/^(verified|designed)/.test(mark)),
    ...ungrounded.map(({ place }) => ({ place, mark: 'no-basis' as const })),
  ]
}

function marksOf(thing: unknown, place: string): { place: string; mark: Confidence }[] {
  if (Array.isArray(thing)) {
    return thing.flatMap((item: unknown, i) => marksOf(item, `${place}.${keyOf(item) ?? i}`))
  }
  if (typeof thing !== 'object' || thing === null) return []
  return Object.entries(thing).flatMap(([key, item]: [string, unknown]) =>
    key === 'confidence' && typeof item === 'string'
      ? [{ place: place.replace(/^\./, ''), mark: item }]
      : marksOf(item, `${place}.${key}`),
  )
}
