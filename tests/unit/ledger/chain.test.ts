import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@/lib/ledger/canonical'
import {
  type ChainedEvent,
  type EventFacts,
  linkEvent,
  saltedHash,
  verifyChain,
} from '@/lib/ledger/chain'

function facts(seq: number): EventFacts {
  return {
    id: `event-${seq}`,
    dossierId: 'dossier-1',
    seq,
    at: new Date(Date.UTC(2026, 10, 23, 1, seq)),
    type: 'assign',
    typeVersion: 1,
    homeAgencyId: 'syt-01',
    actorKind: 'person',
    actorPersonId: 'person-1',
    actorPostId: 'post-1',
    actorOrganisationId: null,
    actorJob: null,
    actingForPostId: null,
    fromState: 'appraisal',
    toState: 'appraisal',
    clockEffect: 'none',
    details: { postId: `post-${seq}` },
  }
}

function chain(length: number): ChainedEvent[] {
  const events: ChainedEvent[] = []
  for (let seq = 1; seq <= length; seq += 1) {
    const event = facts(seq)
    events.push({ ...event, ...linkEvent(event, events.at(-1)?.hash ?? '') })
  }
  return events
}

const changed = (events: ChainedEvent[], at: number, change: Partial<ChainedEvent>) =>
  events.map((event, index) => (index === at ? { ...event, ...change } : event))

describe('the chain of a dossier', () => {
  it('verifies whole and gives its last hash', () => {
    const events = chain(5)
    expect(verifyChain(events)).toEqual({ ok: true, value: events[4]?.hash })
  })

  it.each([
    [
      'an edited detail',
      (events: ChainedEvent[]) => changed(events, 2, { details: { postId: 'x' } }),
      3,
      'content',
    ],
    [
      'another actor',
      (events: ChainedEvent[]) => changed(events, 2, { actorPersonId: 'x' }),
      3,
      'content',
    ],
    [
      'a moved time',
      (events: ChainedEvent[]) => changed(events, 0, { at: new Date(0) }),
      1,
      'content',
    ],
    [
      'a forged hash',
      (events: ChainedEvent[]) => changed(events, 1, { hash: '0'.repeat(64) }),
      2,
      'hash',
    ],
    ['a deleted event', (events: ChainedEvent[]) => events.toSpliced(1, 1), 2, 'sequence'],
    [
      'a deleted and renumbered event',
      (events: ChainedEvent[]) => events.toSpliced(1, 1).map((e, i) => ({ ...e, seq: i + 1 })),
      2,
      'previous-hash',
    ],
    [
      'two swapped events',
      (events: ChainedEvent[]) =>
        [events[1], events[0], ...events.slice(2)].filter((e) => e !== undefined),
      1,
      'sequence',
    ],
  ] as const)('finds %s', (_, break_, ...[seq, reason]) => {
    expect(verifyChain(break_(chain(4)))).toEqual({
      ok: false,
      refusal: { code: 'chain-broken', seq, reason },
    })
  })

  it('finds a rewritten canonical text even with its hash made anew', () => {
    const events = chain(3)
    const forged = { ...facts(2), details: { postId: 'forged' } }
    const relinked = { ...forged, ...linkEvent(forged, events[0]?.hash ?? '') }
    expect(
      verifyChain([events[0], relinked, events[2]].filter((e) => e !== undefined)),
    ).toMatchObject({
      refusal: { seq: 3, reason: 'previous-hash' },
    })
  })
})

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: true })), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(object))
      }),
    )
  })

  it('tells different values apart and reads back as itself', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
    )
  })

  it('takes both ways to write a Vietnamese letter for the same', () => {
    expect(canonicalJson('ế'.normalize('NFD'))).toBe(canonicalJson('ế'))
  })

  it('refuses what has no canonical form', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson(() => undefined)).toThrow(TypeError)
  })
})

describe('a salted hash', () => {
  it('differs by salt, so that equal answers of two dossiers do not show', () => {
    expect(saltedHash('a', { name: 'Mẫu' })).not.toBe(saltedHash('b', { name: 'Mẫu' }))
    expect(saltedHash('a', { name: 'Mẫu' })).toMatch(/^[0-9a-f]{64}$/)
  })
})
