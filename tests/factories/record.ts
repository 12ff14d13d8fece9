import { type ChainedEvent, type EventFacts, linkEvent } from '@/lib/ledger/chain'
import { type ChainHead, type CoveredChain, makeHead, proofOf } from '@/lib/ledger/chain-head'
import { type DossierRecord, type RecordHead, writeRecordFile } from '@/lib/ledger/record-file'
import { signDetached } from '@/lib/signing/sign-detached'
import { fileKey } from '@/lib/signing/signers/file-signer'
import { given, SIGNED_AT, type TestAuthority } from './signing'

export const DOSSIER_ID = '019ab000-0000-7000-8000-000000000001'
const OTHERS = ['019ab000-0000-7000-8000-000000000000', '019ab000-0000-7000-8000-000000000002']

export function eventFacts(seq: number, change: Partial<EventFacts> = {}): EventFacts {
  return {
    id: `event-${seq}`,
    dossierId: DOSSIER_ID,
    seq,
    at: new Date(Date.UTC(2026, 10, 17, 1, seq)),
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
    ...change,
  }
}

/** Events chained one to the next, their hashes right whatever they say. */
export function chainOf(facts: readonly EventFacts[]): ChainedEvent[] {
  const events: ChainedEvent[] = []
  for (const event of facts)
    events.push({ ...event, ...linkEvent(event, events.at(-1)?.hash ?? '') })
  return events
}

export function aChain(length: number): ChainedEvent[] {
  return chainOf(Array.from({ length }, (_, index) => eventFacts(index + 1)))
}

/** A head over this chain up to an event, among the chains of others. */
export async function aHead(
  by: TestAuthority,
  { number, seq, before }: { number: number; seq: number | null; before?: RecordHead },
): Promise<RecordHead & { facts: ChainHead }> {
  const others = OTHERS.map((dossierId) => ({ dossierId, seq: 1, hash: 'ab'.repeat(32) }))
  const own = { dossierId: DOSSIER_ID, seq: seq ?? 0, hash: aChain(seq ?? 0).at(-1)?.hash ?? '' }
  const covered: CoveredChain[] =
    seq === null ? others : [others[0], own, others[1]].filter(isThere)
  const day = '2026-11-18'
  const facts = makeHead(
    { number, day, at: SIGNED_AT, events: 3, previousPayload: before?.payload ?? null },
    covered,
  )
  const covers = { position: 1, seq: own.seq, hash: own.hash, proof: proofOf(covered, 1) }
  const signature = await sign(by, facts.payload)
  return { facts, payload: facts.payload, signature, ...(seq === null ? {} : { covers }) }
}

export async function sign(
  by: TestAuthority,
  payload: string,
  { keyId = 'record', timestamper = by.timestamper } = {},
): Promise<string> {
  const key = fileKey(by.keysDir, keyId)
  return Buffer.from(
    given(await signDetached(Buffer.from(payload), { key, timestamper })),
  ).toString('base64')
}

/** The file of a record whose register agrees with its events. */
export function recordText(
  events: readonly ChainedEvent[],
  heads: readonly RecordHead[],
  end: Partial<DossierRecord['dossier']> = {},
): string {
  const dossier = {
    id: DOSSIER_ID,
    code: 'H26-261117-0001',
    lastSeq: events.length,
    lastHash: events.at(-1)?.hash ?? '',
    ...end,
  }
  return writeRecordFile({ exportedAt: SIGNED_AT, dossier, events, heads })
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined
}
