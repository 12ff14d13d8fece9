import { PERMISSIONS, type Relation } from '@/lib/identity/permission-rows'
import { CHANNELS_OF_MESSAGE, MESSAGE_OF_EVENT } from '@/lib/notifications/messages/catalog'
import { type Arrow, BIRTH, type Flow, LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import type { ClockEffect, LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { LICENCE_STATES, type LicenceState } from '@/lib/workflow/flows/licence-states'
import type { OfficerRole } from '@/lib/workflow/roles'
import { availableEvents } from '@/lib/workflow/transition'

/** The slips of TT 03/2025/TT-VPCP that an act on a dossier makes. */
export type SlipNumber = '01' | '02' | '03' | '04' | '05'

/** Who may perform an event: how they stand to the dossier, in which role, and with a fresh code or not. */
export type Doer = {
  relation: Relation
  role: OfficerRole | null
  /** Empty: wherever the flow allows it. */
  states: readonly LicenceState[]
  stepUp: boolean
}

/** One line of the process: everything that is declared about an event from a set of states. */
export type ProcessRow = {
  event: LicenceEvent
  /** Empty: the dossier is born. */
  from: readonly LicenceState[]
  to: Arrow['to']
  clock: ClockEffect
  who: readonly Doer[]
  slip: SlipNumber | null
  /** Where the applicant is told; null when the step stays inside the office. */
  tells: readonly ('portal' | 'email' | 'sms')[] | null
}

const SLIPS: Partial<Record<LicenceEvent, SlipNumber>> = {
  accept: '01',
  'request-supplement': '02',
  'release-supplement': '02',
  'refuse-intake': '03',
  'release-refusal': '03',
  'grant-extension': '04',
  'confirm-stop': '05',
}

/** The whole process as it runs, read from the tables that run it: nothing here is written down twice. */
export function processTable(flow: Flow = LICENCE_FLOW): ProcessRow[] {
  const arrows = LICENCE_STATES.flatMap((from) =>
    availableEvents(flow, from).flatMap((event) => {
      const arrow = flow[from][event]
      return arrow ? [{ event, from, ...arrow }] : []
    }),
  )
  const groups = Map.groupBy(arrows, ({ event, to, clock }) => `${event} ${to} ${clock}`)
  const born = Object.values(BIRTH).map((arrow) => rowOf('submit', [], arrow))
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group
    return first
      ? [
          rowOf(
            first.event,
            group.map(({ from }) => from),
            first,
          ),
        ]
      : []
  })
  return [...born, ...rows]
}

function rowOf(
  event: LicenceEvent,
  from: readonly LicenceState[],
  { to, clock }: Arrow,
): ProcessRow {
  const message = MESSAGE_OF_EVENT[event]
  return {
    event,
    from,
    to,
    clock,
    who: doersOf(event, from),
    slip: SLIPS[event] ?? null,
    tells: message && ['portal', ...CHANNELS_OF_MESSAGE[message]],
  }
}

function doersOf(event: LicenceEvent, from: readonly LicenceState[]): Doer[] {
  return PERMISSIONS.filter(
    ({ right, states }) =>
      right === event && (!states || from.some((state) => states.includes(state))),
  ).map(({ relation, role, states, stepUp }) => ({
    relation,
    role: role ?? null,
    states: states?.filter((state) => from.includes(state)) ?? [],
    stepUp: stepUp ?? false,
  }))
}
