import { fault, type LintRule } from '@/lib/procedures/lint/issue'
import { LICENCE_EVENTS } from '@/lib/workflow/flows/licence-events'

/** What must be somebody's step, or a dossier never leaves the house. */
const WAY_OUT = [
  'accept',
  'assign',
  'propose-decision',
  'confirm-proposal',
  'approve',
  'authorise-seal',
  'deliver',
]

/** Every step has an act that moves the dossier, and together they lead from the desk to the result. */
export const stepsWithExit: LintRule = ({ procedure: { steps } }) => {
  const events: readonly string[] = LICENCE_EVENTS
  const acts = steps.flatMap(({ actions }) => actions)
  return [
    ...steps
      .filter(({ kind, role }) => kind !== 'after-issue' && role !== 'applicant')
      .filter(({ actions }) => !actions.some((action) => events.includes(action)))
      .map(({ key }) => fault('step-exit', `steps.${key}`, 'no act of it moves the dossier on')),
    ...WAY_OUT.filter((event) => !acts.includes(event)).map((event) =>
      fault('step-exit', 'steps', `nobody may ${event}`),
    ),
  ]
}
