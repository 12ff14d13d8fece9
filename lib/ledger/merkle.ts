import { createHash } from 'node:crypto'

// Two prefixes, so that nobody can pass off a node as a leaf (RFC 6962 §2.1).
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Merkle tree hash of the leaves' hashes in their order (RFC 6962 §2.1); no leaves: SHA-256 of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves
  if (!first) return sha256()
  if (leaves.length === 1) return first
  const half = splitOf(leaves.length)
  return sha256(NODE, merkleRoot(leaves.slice(0, half)), merkleRoot(leaves.slice(half)))
}

/** The audit path of the leaf at `position` (RFC 6962 §2.1.1), nearest neighbour first. */
export function inclusionProof(leaves: readonly Uint8Array[], position: number): Uint8Array[] {
  if (leaves.length <= 1) return []
  const half = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return position < half
    ? [...inclusionProof(left, position), merkleRoot(right)]
    : [...inclusionProof(right, position - half), merkleRoot(left)]
}

/** The hash of one leaf's bytes. */
export function leafHash(bytes: Uint8Array): Uint8Array {
  return sha256(LEAF, bytes)
}

/** The largest power of two below the number of leaves. */
function splitOf(count: number): number {
  return 2 ** (Math.ceil(Math.log2(count)) - 1)
}

function sha256(...pieces: Uint8Array[]): Uint8Array {
  const state = createHash('sha256')
  for (const piece of pieces) state.update(piece)
  return state.digest()
}
