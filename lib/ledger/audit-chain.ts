import { type ChainedEvent, type ChainFault, verifyChain } from './chain'
import type { CoveredChain } from './chain-head'

export type StoredChain = {
  events: readonly ChainedEvent[]
  /** What the register says of the end; without it the dossier is not in the register. */
  end: { lastSeq: number; lastHash: string } | undefined
  /** What heads cover of it, oldest first. */
  covered: readonly CoveredChain[]
}

export type StoredChainFault = ChainFault | 'unregistered' | 'missing' | 'end' | 'rewritten'

/**
 * The first broken place of a stored chain: an event that is not what was hashed, out of order or gone;
 * an end that the register does not know; or, under a signed head, a chain that was rebuilt since.
 */
export function findChainBreak({
  events,
  end,
  covered,
}: StoredChain): { seq: number; reason: StoredChainFault } | undefined {
  const chain = verifyChain(events)
  if (!chain.ok) return { seq: chain.refusal.seq, reason: chain.refusal.reason }
  const count = events.length
  if (end && end.lastSeq > count) return { seq: count + 1, reason: 'missing' }
  const rebuilt = findCoverBreak(events, covered)
  if (rebuilt) return rebuilt
  if (!end) return { seq: count, reason: 'unregistered' }
  if (end.lastSeq !== count || end.lastHash !== chain.value) return { seq: count, reason: 'end' }
  return undefined
}

/** Against the signed heads, which neither a register nor a chain made anew can follow. */
function findCoverBreak(events: readonly ChainedEvent[], covered: readonly CoveredChain[]) {
  for (const { seq, hash } of covered) {
    const event = events[seq - 1]
    if (!event) return { seq: events.length + 1, reason: 'missing' } as const
    if (event.hash !== hash) return { seq, reason: 'rewritten' } as const
  }
  return undefined
}
