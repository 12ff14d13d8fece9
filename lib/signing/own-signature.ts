import { findChainProblem } from './cms/chain'
import { readCms } from './cms/read'
import type { Trust } from './trust'

const MARK = Buffer.from('/Contents')
const MIN_HEX = 1024
const MAX_HEX = 128 * 1024
const MAX_CANDIDATES = 24

/**
 * Whether somewhere in the bytes there is a signature under our roots, whatever has become of the
 * rest. It tells a tampered document of ours from a stranger's; it proves nothing else.
 */
export function findOwnSignature(bytes: Uint8Array, { roots }: Trust): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let candidates = 0
  for (let at = file.indexOf(MARK); at >= 0; at = file.indexOf(MARK, at + 1)) {
    const hex = hexAt(file, at + MARK.length)
    if (!hex) continue
    candidates += 1
    const cms = readCms(Buffer.from(hex, 'hex'))
    const chain = cms && { leaf: cms.signer, others: cms.others, roots, at: null }
    if (chain && findChainProblem(chain) === null) return true
    if (candidates === MAX_CANDIDATES) return false
  }
  return false
}

/** The digits of a hexadecimal string after at most a few blanks; null when there is no long one. */
function hexAt(file: Buffer, start: number): string | null {
  const open = file.subarray(start, start + 8).indexOf(0x3c)
  if (open < 0) return null
  const from = start + open + 1
  let end = from
  while (end - from < MAX_HEX && isHexDigit(file[end])) end += 1 // each byte is looked at once
  return end - from >= MIN_HEX ? file.toString('latin1', from, end) : null
}

function isHexDigit(byte: number | undefined): boolean {
  if (byte === undefined) return false
  const letter = byte | 0x20
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66)
}
