import type { Queryable } from '@/db/client'
import type { DossierChanges, DossierRow } from '@/db/queries/dossiers'
import { getCalendar, procedureOfVersion } from '@/lib/casework/definitions'
import type { ClockRun } from '@/lib/deadlines/clock-run'
import { dayOf } from '@/lib/deadlines/day'
import { type ShareRange, stepDue } from '@/lib/deadlines/step-due'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Step } from '@/lib/procedures/shape/process'
import { LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'
import { availableEvents } from '@/lib/workflow/transition'

/** A step that an event ended, and until when its share of the clock had reached. */
export type StepDone = { key: string; due: string | null }

/** The step that ends when the dossier goes on to another one; it stands in the event of its own accord. */
export function stepDone(
  before: DossierRow,
  next: string | null | undefined,
): StepDone | undefined {
  const { stepKey, stepDueAt } = before
  if (!stepKey || stepKey === next) return undefined
  return { key: stepKey, due: stepDueAt?.toISOString() ?? null }
}

type StepMoment = {
  before: DossierRow
  /** The columns that the event sets, clocks among them. */
  changes: DossierChanges
  to: LicenceState
  at: Date
  /** Every event so far, this one too. */
  performed: ReadonlySet<string>
}

/**
 * In which step of the approved process the dossier stands after an event, and until when by the
 * step's share of its clock (TT 01/2018/TT-VPCP Art. 8). A step's due time is derived like all others.
 */
export async function stepChanges(tx: Queryable, moment: StepMoment): Promise<DossierChanges> {
  const { before, changes, to, at, performed } = moment
  const clocks = changes.clocks ?? before.clocks
  const run = clocks.findLast(({ endedAt }) => endedAt === null)
  if (!run) return { stepKey: null, stepStartedAt: null, stepDueAt: null }
  const versionId = changes.clockVersionId ?? before.clockVersionId ?? before.procedureVersionId
  const procedure = await procedureOfVersion(tx, versionId)
  const step = currentStep(procedure, { clockKey: run.key, state: to, performed })
  if (!step) return { stepKey: null, stepStartedAt: null, stepDueAt: null }
  const agencyId = changes.solvingAgencyId ?? before.solvingAgencyId
  const calendar = await getCalendar(tx, agencyId, dayOf(at))
  return {
    stepKey: step.key,
    stepStartedAt: step.key === before.stepKey ? before.stepStartedAt : at,
    stepDueAt: standsStill(run) ? null : stepDue(calendar.body, run, shareOf(procedure, step)).due,
  }
}

/** The first step of the clock that the state allows and that has not been done. */
function currentStep(
  procedure: Procedure,
  {
    clockKey,
    state,
    performed,
  }: {
    clockKey: string
    state: LicenceState
    performed: ReadonlySet<string>
  },
): Step | undefined {
  const possible = availableEvents(LICENCE_FLOW, state)
  const candidates = procedure.steps.filter(
    (step) =>
      step.clock === clockKey &&
      step.actions.some((action) => possible.some((event) => event === action)),
  )
  const open = candidates.find((step) => !step.actions.some((action) => performed.has(action)))
  return open ?? candidates.at(-1)
}

/** The part of its clock that a step spends, after what the steps before it spend. */
function shareOf(procedure: Procedure, step: Step): ShareRange {
  const steps = procedure.steps.filter(({ clock }) => clock === step.clock)
  const before = steps.slice(
    0,
    steps.findIndex(({ key }) => key === step.key),
  )
  const from = before.reduce((sum, { share }) => sum + share, 0)
  return { from, to: from + step.share }
}

/** Whether a clock stands still for somebody's answer. */
export function standsStill(run: ClockRun): boolean {
  return run.waits.some(({ to, effect }) => to === null && effect !== 'none')
}
