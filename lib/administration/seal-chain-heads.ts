import { db, inTransaction } from '@/db/client'
import {
  findNewestHead,
  findUnsealedChains,
  type HeadRow,
  insertHead,
  type UnsealedChain,
} from '@/db/queries/chain-heads'
import { dayOf } from '@/lib/deadlines/day'
import { type ChainHead, makeHead } from '@/lib/ledger/chain-head'
import { signDetached } from '@/lib/signing/sign-detached'
import type { KeyHolder } from '@/lib/signing/signer'
import type { Timestamper } from '@/lib/signing/timestamper'

export type HeadSigning = {
  key: KeyHolder
  timestamper: Timestamper
  /** Real time, as the time stamp is. */
  at: Date
}

/** How many chains one head covers at most; a proof of one needs the leaves of all. */
const MOST_CHAINS = 5_000

/**
 * Signs what the chains of all dossiers have come to: one head a day, and more whenever so many chains
 * have grown that one head does not hold them. A standstill is caught up by the next head, since a
 * head covers whatever no head covers yet. Two workers at once make one head. Gives the numbers of
 * the heads it made; throws when the key or the time-stamp authority does not answer.
 */
export async function sealChainHeads(
  signing: HeadSigning,
  mostChains = MOST_CHAINS,
): Promise<number[]> {
  const made: number[] = []
  for (;;) {
    const newest = await findNewestHead(db)
    const chains = await findUnsealedChains(db, mostChains)
    if (!isDue(newest, chains.length, { mostChains, today: dayOf(signing.at) })) return made
    const head = headOver(chains, { newest, at: signing.at })
    const row = { ...head, signature: await signatureOver(head, signing) }
    const mine = await inTransaction((tx) => insertHead(tx, row, chains))
    if (mine) made.push(head.number)
  }
}

/** Once a day; at once when a whole head's worth waits; and again after a full head, for the rest. */
function isDue(
  newest: HeadRow | undefined,
  waiting: number,
  { mostChains, today }: { mostChains: number; today: string },
): boolean {
  if (!newest || newest.day < today || waiting === mostChains) return true
  return waiting > 0 && newest.chains >= mostChains
}

type Before = { newest: HeadRow | undefined; at: Date }

/** A day on which nothing happened has a head too: so nobody can cut off the newest ones unseen. */
function headOver(chains: readonly UnsealedChain[], { newest, at }: Before): ChainHead {
  const facts = {
    number: (newest?.number ?? 0) + 1,
    day: dayOf(at),
    at,
    events: chains.reduce((sum, { seq, sealedSeq }) => sum + seq - sealedSeq, 0),
    previousPayload: newest?.payload ?? null,
  }
  return makeHead(facts, chains)
}

async function signatureOver({ payload }: ChainHead, signing: HeadSigning): Promise<string> {
  const signed = await signDetached(Buffer.from(payload), signing)
  if (!signed.ok) throw new Error(`the head was not signed: ${signed.refusal.code}`)
  return Buffer.from(signed.value).toString('base64')
}
