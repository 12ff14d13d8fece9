import { createHash } from 'node:crypto'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { canonicalJson } from './canonical'

/** What an event says, without its place in the chain. Ids and salted hashes only, no personal values. */
export type EventFacts = {
  id: string
  dossierId: string
  seq: number
  at: Date
  type: string
  typeVersion: number
  homeAgencyId: string
  actorKind: 'person' | 'system'
  actorPersonId: string | null
  actorPostId: string | null
  actorOrganisationId: string | null
  actorJob: string | null
  actingForPostId: string | null
  fromState: string | null
  toState: string
  clockEffect: string
  details: Record<string, unknown>
}

export type ChainLink = { canonical: string; previousHash: string; hash: string }
export type ChainedEvent = EventFacts & ChainLink
export type ChainBreak = { code: 'chain-broken'; seq: number; reason: ChainFault }
export type ChainFault = 'sequence' | 'previous-hash' | 'hash' | 'content'

/** The canonical bytes of an event, as they are hashed and exported. */
export function canonicalEvent(event: EventFacts): string {
  return canonicalJson({ ...eventFacts(event), at: event.at.toISOString() })
}

/** Ties an event to the one before it: SHA-256 over the previous hash and the canonical bytes. */
export function linkEvent(event: EventFacts, previousHash: string): ChainLink {
  const canonical = canonicalEvent(event)
  return { canonical, previousHash, hash: chainHash(previousHash, canonical) }
}

/** Walks a dossier's record from its first event; any edit, gap, swap or insertion is named by its number. */
export function verifyChain(events: readonly ChainedEvent[]): Result<string, ChainBreak> {
  let previous = ''
  for (const [index, event] of events.entries()) {
    const fault = findFault(event, { seq: index + 1, previous })
    if (fault) return refuse({ code: 'chain-broken', seq: index + 1, reason: fault })
    previous = event.hash
  }
  return accept(previous)
}

function findFault(
  event: ChainedEvent,
  expected: { seq: number; previous: string },
): ChainFault | undefined {
  if (event.seq !== expected.seq) return 'sequence'
  if (event.previousHash !== expected.previous) return 'previous-hash'
  if (event.canonical !== canonicalEvent(event)) return 'content'
  if (event.hash !== chainHash(event.previousHash, event.canonical)) return 'hash'
  return undefined
}

/** A hash of personal content that only who holds the dossier's salt can recompute; drop the salt and it is dust. */
export function saltedHash(salt: string, value: unknown): string {
  return createHash('sha256').update(salt).update('\n').update(canonicalJson(value)).digest('hex')
}

function chainHash(previousHash: string, canonical: string): string {
  return createHash('sha256').update(previousHash).update('\n').update(canonical).digest('hex')
}

function eventFacts(event: EventFacts): EventFacts {
  return {
    id: event.id,
    dossierId: event.dossierId,
    seq: event.seq,
    at: event.at,
    type: event.type,
    typeVersion: event.typeVersion,
    homeAgencyId: event.homeAgencyId,
    actorKind: event.actorKind,
    actorPersonId: event.actorPersonId,
    actorPostId: event.actorPostId,
    actorOrganisationId: event.actorOrganisationId,
    actorJob: event.actorJob,
    actingForPostId: event.actingForPostId,
    fromState: event.fromState,
    toState: event.toState,
    clockEffect: event.clockEffect,
    details: event.details,
  }
}
