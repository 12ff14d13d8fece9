import { describe, expect, it } from 'vitest'
import {
  CHANNELS_OF_MESSAGE,
  MESSAGE_OF_EVENT,
  type MessageKind,
} from '@/lib/notifications/messages/catalog'
import { planNotices } from '@/lib/notifications/plan'
import { LICENCE_EVENTS } from '@/lib/workflow/flows/licence-events'
import { factsOf } from './some-facts'

const recipient = factsOf('accepted').recipient

describe('a plan of notices', () => {
  it.each(LICENCE_EVENTS)('for %s follows the tables', (event) => {
    const kind: MessageKind | null = MESSAGE_OF_EVENT[event]
    const plan = planNotices(event, factsOf(kind ?? 'accepted'))
    if (!kind) return expect(plan).toEqual({ inbox: [], messages: [] })
    expect(plan.inbox).toMatchObject([{ kind, seq: 3, personId: recipient.personId }])
    expect(plan.messages.map(({ channel }) => channel)).toEqual(CHANNELS_OF_MESSAGE[kind])
    return expect(plan.messages.every((message) => message.kind === kind)).toBe(true)
  })

  it.each(['return-to-case-officer', 'confirm-proposal', 'record-appraisal', 'approve'] as const)(
    'keeps %s inside the office',
    (event) => {
      expect(planNotices(event, factsOf('accepted')).inbox).toEqual([])
    },
  )

  it('does not give a return away by announcing the decision twice', () => {
    const facts = factsOf('decision-in-progress')
    expect(planNotices('propose-decision', facts).inbox).toHaveLength(1)
    expect(planNotices('propose-decision', { ...facts, repeated: true }).inbox).toEqual([])
  })

  it('names the new officer when a dossier changes hands', () => {
    const plan = planNotices('assign', factsOf('assigned', { repeated: true }))
    expect(plan.messages).toHaveLength(1)
  })

  it('leaves out channels without an address, and keeps the inbox', () => {
    const plan = planNotices('accept', {
      ...factsOf('accepted'),
      recipient: { ...recipient, addresses: {} },
    })
    expect(plan.inbox).toHaveLength(1)
    expect(plan.messages).toEqual([])
  })

  it('tells of a refund that no event stands for', () => {
    const plan = planNotices('refund-opened', factsOf('refund-opened'))
    expect(plan.messages).toMatchObject([
      { kind: 'refund-opened', channel: 'email', address: 'le.thi.mau@demo.test' },
    ])
  })

  it('fails before anything is promised when the facts do not fit the words', () => {
    expect(() => planNotices('record-minutes', factsOf('accepted'))).toThrow()
  })
})
