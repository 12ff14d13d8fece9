import { describe, expect, it } from 'vitest'
import { findChainBreak, type StoredChain } from '@/lib/ledger/audit-chain'
import { aChain, chainOf, DOSSIER_ID, eventFacts } from '@/tests/factories/record'

const events = aChain(4)
const hashOf = (seq: number) => events[seq - 1]?.hash ?? ''
const whole: StoredChain = {
  events,
  end: { lastSeq: 4, lastHash: hashOf(4) },
  covered: [2, 3].map((seq) => ({ dossierId: DOSSIER_ID, seq, hash: hashOf(seq) })),
}
const cut = { events: events.slice(0, 2), end: { lastSeq: 2, lastHash: hashOf(2) } }
const rebuilt = chainOf([1, 2, 3, 4].map((seq) => eventFacts(seq, { details: { postId: 'x' } })))

describe('a stored chain', () => {
  it('is whole, with and without heads', () => {
    expect(findChainBreak(whole)).toBeUndefined()
    expect(findChainBreak({ ...whole, covered: [] })).toBeUndefined()
  })

  it.each<[string, Partial<StoredChain>, number, string]>([
    [
      'an event is not what was hashed',
      { events: events.map((each) => (each.seq === 2 ? { ...each, type: 'x' } : each)) },
      2,
      'content',
    ],
    ['the register counts more', { events: events.slice(0, 3) }, 4, 'missing'],
    ['a head covers more, the register set back', cut, 3, 'missing'],
    ['all events are gone', { events: [], end: undefined }, 1, 'missing'],
    [
      'a head covers another hash',
      { events: rebuilt, end: { lastSeq: 4, lastHash: rebuilt[3]?.hash ?? '' } },
      2,
      'rewritten',
    ],
    ['the dossier is not in the register', { end: undefined }, 4, 'unregistered'],
    ['the register counts fewer', { end: { lastSeq: 3, lastHash: hashOf(3) } }, 4, 'end'],
    ['the register has another hash', { end: { lastSeq: 4, lastHash: 'x' } }, 4, 'end'],
  ])('is broken where %s', (...[, change, seq, reason]) => {
    expect(findChainBreak({ ...whole, ...change })).toEqual({ seq, reason })
  })
})
