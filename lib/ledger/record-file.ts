import { z } from 'zod'
import { type ChainedEvent, canonicalEvent } from './chain'

/** A signed head, or only its payload where it stands between two that matter. */
export type RecordHead = {
  payload: string
  /** Detached CAdES over the payload in base64; certificates and time stamp are inside. */
  signature?: string
  /** Which event of this chain the head covers, and the way from there to the root. */
  covers?: { position: number; seq: number; hash: string; proof: string[] }
}

export type DossierRecord = {
  exportedAt: Date
  /** What the register says of the chain, its end included. */
  dossier: { id: string; code: string | null; lastSeq: number; lastHash: string }
  events: readonly ChainedEvent[]
  heads: readonly RecordHead[]
}

const FORMAT = 'mot-cua-y-te/dossier-record/1'

/**
 * The record of one dossier as a file that anybody can check without us (docs/record-format.md). It says
 * what is stored, also when that is broken: to judge it is the reader's affair. Beside the bytes that
 * were hashed stand the columns that our own pages read, so that a difference between them shows.
 */
export function writeRecordFile({ exportedAt, dossier, events, heads }: DossierRecord): string {
  const chain = events.map((event) => ({
    canonical: event.canonical,
    previousHash: event.previousHash,
    hash: event.hash,
    facts: JSON.parse(canonicalEvent(event)),
  }))
  const file = {
    format: FORMAT,
    exportedAt: exportedAt.toISOString(),
    dossier,
    events: chain,
    heads,
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

const keptFile = z.object({
  format: z.literal(FORMAT),
  heads: z.array(z.object({ payload: z.string() })),
})
const numbered = z.object({ number: z.int().positive() })

/** The payloads of the heads in a file that somebody kept, by number. Throws when it is no such file. */
export function readKeptHeads(text: string): [number: number, payload: string][] {
  const { heads } = keptFile.parse(JSON.parse(text))
  return heads.map(({ payload }) => [numbered.parse(JSON.parse(payload)).number, payload])
}
