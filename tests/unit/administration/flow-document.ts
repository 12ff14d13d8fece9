import { type Doer, type ProcessRow, processTable } from '@/lib/administration/process-table'
import {
  LICENCE_STATES,
  type LicenceState,
  NATIONAL_STATE,
} from '@/lib/workflow/flows/licence-states'

const HEAD = `# The flow of a licence dossier

Generated from the tables that run it (lib/workflow/flows, lib/identity/permission-rows.ts and
lib/notifications/messages/catalog.ts); a test compares the two. After a change of the tables:
\`vitest run --config tests/vitest.config.ts --project unit tests/unit/administration -u\`.
`

/** docs/flow.md: the diagram, the states with their national codes, and every row of the table. */
export function flowDocument(): string {
  const rows = processTable()
  return [HEAD, diagram(rows), states(), table(rows)].join('\n')
}

function diagram(rows: readonly ProcessRow[]): string {
  const arrows = rows.flatMap(({ event, from, to }) => {
    if (to === 'same') return []
    const starts = from.length > 0 ? from.map(node) : ['[*]']
    return starts.map(
      (start) => `  ${start} --> ${to === 'before' ? 'where_it_was' : node(to)} : ${event}`,
    )
  })
  const names = LICENCE_STATES.map(
    (state) => `  state "${state} (${NATIONAL_STATE[state]})" as ${node(state)}`,
  )
  const lines = [
    '```mermaid',
    'stateDiagram-v2',
    ...names,
    '  state "where it stood before" as where_it_was',
    ...arrows,
    '```',
    '',
  ]
  return [
    '## Diagram',
    '',
    'What leaves a dossier in its state is in the table only.',
    '',
    ...lines,
  ].join('\n')
}

const node = (state: LicenceState) => state.replaceAll('-', '_')

function states(): string {
  const lines = LICENCE_STATES.map((state) => `| ${state} | ${NATIONAL_STATE[state]} |`)
  return ['## States', '', '| State | National code |', '|---|---|', ...lines, ''].join('\n')
}

function table(rows: readonly ProcessRow[]): string {
  const lines = rows.map(({ event, from, to, clock, who, slip, tells }) =>
    [
      event,
      from.join(', ') || '(born)',
      to,
      who.map(doer).join('; ') || '(applicant, by filing)',
      clock === 'none' ? '' : clock,
      slip ?? '',
      tells?.join(', ') ?? '',
    ].join(' | '),
  )
  return [
    '## Table',
    '',
    '| Event | From | To | Who | Clock | Slip | Tells the applicant |',
    '|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n')
}

function doer({ relation, role, states: only, stepUp }: Doer): string {
  const place = only.length > 0 ? ` in ${only.join(', ')}` : ''
  const name = role && relation !== 'agency' ? `${role} (${relation})` : (role ?? relation)
  return `${name}${place}${stepUp ? ' with a code' : ''}`
}
