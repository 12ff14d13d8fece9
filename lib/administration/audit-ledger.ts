import {
  type ChainEnd,
  findChainEnds,
  findEventsOf,
  findHeadsFrom,
  findLeavesOf,
  findLeavesOfHead,
  findTracesAfter,
  type HeadRow,
  inSnapshot,
} from '@/db/queries/chain-heads'
import { findChainBreak, type StoredChainFault } from '@/lib/ledger/audit-chain'
import { payloadHash, payloadOf, rootOf } from '@/lib/ledger/chain-head'
import { RECORD_UNIT } from '@/lib/signing/signer'
import type { Trust } from '@/lib/signing/trust'
import { type DetachedProblem, verifyDetached } from '@/lib/signing/verify-detached'

export type HeadFault =
  | 'heads-missing'
  | 'head-missing'
  | 'head-content'
  | 'head-previous'
  | 'head-root'
  | 'head-stale'
  | 'head-rewritten'
  | DetachedProblem

export type LedgerBreak =
  | { dossierId: string; code: string | null; seq: number; reason: StoredChainFault }
  | { head: number; reason: HeadFault }

export type LedgerTotals = { dossiers: number; events: number; heads: number; broken: number }

export type LedgerAudit = {
  trust: Trust
  /** Real time: a newest head that is two days old means that newer ones are gone or were never made. */
  at: Date
  /** Payloads of heads, by number, from files that somebody downloaded and kept out of our reach. */
  kept?: ReadonlyMap<number, string>
  /** Is told of each head's and each dossier's first broken place, as it is found. */
  tell: (broken: LedgerBreak) => void
}

const DOSSIERS_AT_ONCE = 200
const HEADS_AT_ONCE = 50
const FRESH_MS = 2 * 86_400_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Walks the heads and then the chains of all dossiers, however many: each event against its hash, each
 * chain against the register and against what the signed heads hold of it. Reads only.
 */
export async function auditLedger(audit: LedgerAudit): Promise<LedgerTotals> {
  const totals: LedgerTotals = { dossiers: 0, events: 0, heads: 0, broken: 0 }
  const tell = (broken: LedgerBreak) => {
    totals.broken += 1
    audit.tell(broken)
  }
  await auditHeads({ ...audit, tell }, totals)
  await auditChains(tell, totals)
  if (totals.heads === 0 && totals.events > 0) tell({ head: 1, reason: 'heads-missing' })
  return totals
}

async function auditHeads(audit: LedgerAudit, totals: LedgerTotals): Promise<void> {
  let before: HeadRow | undefined
  for await (const head of allHeads()) {
    const reason = await findHeadFault(head, before, audit)
    if (reason) audit.tell({ head: head.number, reason })
    totals.heads += 1
    before = head
  }
  const gone = [...(audit.kept?.keys() ?? [])].find((number) => number > (before?.number ?? 0))
  if (gone !== undefined) audit.tell({ head: gone, reason: 'head-missing' })
  if (before && audit.at.getTime() - before.at.getTime() > FRESH_MS)
    audit.tell({ head: before.number, reason: 'head-stale' })
}

async function* allHeads(): AsyncGenerator<HeadRow> {
  for (let from = 0; ; ) {
    const heads = await inSnapshot((tx) => findHeadsFrom(tx, from, HEADS_AT_ONCE))
    yield* heads
    if (heads.length < HEADS_AT_ONCE) return
    from = (heads.at(-1)?.number ?? from) + 1
  }
}

async function findHeadFault(
  head: HeadRow,
  before: HeadRow | undefined,
  { trust, kept }: LedgerAudit,
): Promise<HeadFault | undefined> {
  if ((kept?.get(head.number) ?? head.payload) !== head.payload) return 'head-rewritten'
  if (head.number !== (before?.number ?? 0) + 1) return 'head-missing'
  if (payloadOf(head) !== head.payload) return 'head-content'
  if (head.previous !== payloadHash(before?.payload ?? null)) return 'head-previous'
  const leaves = await inSnapshot((tx) => findLeavesOfHead(tx, head.number))
  if (leaves.length !== head.chains || rootOf(leaves) !== head.root) return 'head-root'
  const signature = Buffer.from(head.signature, 'base64')
  const payload = Buffer.from(head.payload)
  return verifyDetached(signature, payload, { trust, unit: RECORD_UNIT, at: head.at }).problems[0]
}

async function auditChains(tell: LedgerAudit['tell'], totals: LedgerTotals): Promise<void> {
  let after = BEFORE_ALL
  for (;;) {
    const ids = await inSnapshot(async (tx) => {
      const found = await findTracesAfter(tx, after, DOSSIERS_AT_ONCE)
      const ends = await findChainEnds(tx, found)
      const events = await findEventsOf(tx, found)
      const leaves = await findLeavesOf(tx, found)
      for (const id of found) auditChain(id, { ends, events, leaves }, tell)
      totals.dossiers += found.length
      totals.events += events.length
      return found
    })
    if (ids.length < DOSSIERS_AT_ONCE) return
    after = ids.at(-1) ?? after
  }
}

type Batch = {
  ends: ChainEnd[]
  events: Awaited<ReturnType<typeof findEventsOf>>
  leaves: Awaited<ReturnType<typeof findLeavesOf>>
}

function auditChain(id: string, { ends, events, leaves }: Batch, tell: LedgerAudit['tell']): void {
  const end = ends.find((one) => one.id === id)
  const ofThis = ({ dossierId }: { dossierId: string }) => dossierId === id
  const chain = { end, events: events.filter(ofThis), covered: leaves.filter(ofThis) }
  const broken = findChainBreak(chain)
  if (broken) tell({ dossierId: id, code: end?.code ?? null, ...broken })
}
