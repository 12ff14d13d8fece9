import { describe, expect, it } from 'vitest'
import { processTable } from '@/lib/administration/process-table'
import { LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import { LICENCE_EVENTS } from '@/lib/workflow/flows/licence-events'
import { LICENCE_STATES } from '@/lib/workflow/flows/licence-states'
import { availableEvents } from '@/lib/workflow/transition'
import { flowDocument } from './flow-document'

describe('the process as it is shown', () => {
  it('is what docs/flow.md says', async () => {
    await expect(flowDocument()).toMatchFileSnapshot('../../../docs/flow.md')
  })

  it('has every arrow of the flow once', () => {
    const shown = processTable().flatMap(({ event, from }) =>
      from.map((state) => `${state} ${event}`),
    )
    const drawn = LICENCE_STATES.flatMap((state) =>
      availableEvents(LICENCE_FLOW, state).map((event) => `${state} ${event}`),
    )
    expect(shown.toSorted()).toEqual(drawn.toSorted())
  })

  it('names somebody for every event but filing, which is not an act on a dossier yet', () => {
    const rows = processTable()
    expect(rows.filter(({ who }) => who.length === 0).map(({ event }) => event)).toEqual([
      'submit',
      'submit',
    ])
    expect(new Set(rows.map(({ event }) => event))).toEqual(new Set(LICENCE_EVENTS))
  })

  it.each([
    ['accept', '01'],
    ['release-supplement', '02'],
    ['release-refusal', '03'],
    ['grant-extension', '04'],
    ['confirm-stop', '05'],
  ] as const)('puts slip %s where the law does (%s)', (event, slip) => {
    expect(processTable().find((row) => row.event === event)?.slip).toBe(slip)
  })
})
