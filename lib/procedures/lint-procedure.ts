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
import type { LintRule, ProcedureIssue } from '@/lib/procedures/lint/issue'
import { heldPapers, knownDocumentTypes, soundPapers } from '@/lib/procedures/lint/papers'
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
  knownDocumentTypes,
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
