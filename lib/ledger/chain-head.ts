import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical'
import { inclusionProof, leafHash, merkleRoot } from './merkle'

/** How far a chain had come when a head covered it. */
export type CoveredChain = { dossierId: string; seq: number; hash: string }

export type HeadFacts = {
  number: number
  /** The day in Viet Nam. */
  day: string
  at: Date
  /** Events since the heads before, over all chains of this one. */
  events: number
  /** The payload of the head before; null for the first. */
  previousPayload: string | null
}

export type ChainHead = {
  number: number
  day: string
  at: Date
  chains: number
  events: number
  root: string
  previous: string
  payload: string
}

const FORMAT = 'mot-cua-y-te/record-head/1'

/**
 * A head over the given chains. Its payload, which is what gets signed, names the Merkle root of the
 * chains and the hash of the payload before: whoever keeps one head keeps all before it.
 */
export function makeHead(facts: HeadFacts, covered: readonly CoveredChain[]): ChainHead {
  const { previousPayload, ...own } = facts
  const previous = payloadHash(previousPayload)
  const head = { ...own, chains: covered.length, root: rootOf(covered), previous }
  return { ...head, payload: payloadOf(head) }
}

/** The root over chains in their order, in hexadecimal digits. */
export function rootOf(covered: readonly CoveredChain[]): string {
  return hex(merkleRoot(covered.map(leafOf)))
}

/** The way from the chain at `position` to the root, in hexadecimal digits, nearest neighbour first. */
export function proofOf(covered: readonly CoveredChain[], position: number): string[] {
  return inclusionProof(covered.map(leafOf), position).map(hex)
}

/** The payload that facts of a head must have; whoever changes a column is found out by it. */
export function payloadOf(head: Omit<ChainHead, 'payload'>): string {
  const { number, day, at, chains, events, root, previous } = head
  const moment = at.toISOString()
  return canonicalJson({ format: FORMAT, number, day, at: moment, chains, events, root, previous })
}

/** What the next head names of the one before; empty before the first. */
export function payloadHash(payload: string | null): string {
  return payload === null ? '' : createHash('sha256').update(payload).digest('hex')
}

function leafOf({ dossierId, seq, hash }: CoveredChain): Uint8Array {
  return leafHash(Buffer.from(`${dossierId}\n${seq}\n${hash}`))
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
