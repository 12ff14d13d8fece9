import type { CodeLists } from '@/lib/procedures/form-rules'
import { noCircles, reachableConditions } from '@/lib/procedures/lint/conditions'
import {
  answerableByAll,
  sealedIdentifiers,
  soundChoices,
  soundLimits,
} from '@/lib/procedures/lint/fields'
import type { LintRule, ProcedureIssue } from '@/lib/procedures/lint/issue'
import { soundPapers } from '@/lib/procedures/lint/papers'
import {
  groundedChecklist,
  intakeApart,
  partialHasReason,
  soundDates,
  soundShares,
} from '@/lib/procedures/lint/process'
import { knownClauses, knownNames, uniqueKeys } from '@/lib/procedures/lint/references'
import { filledResult, soundNumber } from '@/lib/procedures/lint/result'
import { translatedTexts } from '@/lib/procedures/lint/texts'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Confidence } from '@/lib/procedures/shape/text'

const RULES: readonly LintRule[] = [
  uniqueKeys,
  knownClauses,
  knownNames,
  reachableConditions,
  noCircles,
  soundChoices,
  soundLimits,
  answerableByAll,
  sealedIdentifiers,
  soundPapers,
  soundShares,
  intakeApart,
  partialHasReason,
  soundDates,
  groundedChecklist,
  filledResult,
  soundNumber,
  translatedTexts,
]

/** What is wrong with a definition that has the right shape: errors, and warnings to be counted. */
export function lintProcedure(procedure: Procedure, codes: CodeLists): ProcedureIssue[] {
  return RULES.flatMap((rule) => rule({ procedure, codes }))
}

/** How many facts of a definition nobody has verified yet; shown with the procedure. */
export function countUnverified(procedure: Procedure): number {
  return confidencesOf(procedure).filter((mark) => !/^(verified|designed)/.test(mark)).length
}

function confidencesOf(thing: unknown): Confidence[] {
  if (Array.isArray(thing)) return thing.flatMap(confidencesOf)
  if (typeof thing !== 'object' || thing === null) return []
  return Object.entries(thing).flatMap(([key, item]: [string, unknown]) =>
    key === 'confidence' && typeof item === 'string' ? [item] : confidencesOf(item),
  )
}
