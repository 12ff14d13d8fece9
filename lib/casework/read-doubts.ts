import type { Doubt } from '@/db/schema/dossiers'
import { canonicalJson } from '@/lib/ledger/canonical'
import type { Finding } from '@/lib/procedures/finding'
import type { RegisterDifference } from '@/lib/procedures/register-difference'
import { keyedHash } from '@/lib/server/keyed-hash'
import { accept, type Result, refuse } from '@/lib/shared/result'

/** What is worth a second look before it is sent: rules that do not fit, and registers that say otherwise. */
export type DoubtsToRead = { findings: Finding[]; differences: RegisterDifference[] }

/** A program may not refuse these, but nothing is sent unread. */
export type DoubtsRefusal = { code: 'doubts-unread' } & DoubtsToRead

const DIGITS = 16

/**
 * Stands for exactly these points in these words, each by itself: a tick that carries it says that they
 * were read, and no others. It tells nobody what they are, since a page may be left open. Empty for none.
 */
export function markOfDoubts({ findings, differences }: DoubtsToRead): string {
  const said = findings.map(({ rule, path, message }) => ({ rule, path, message }))
  return [...said, ...differences]
    .map((point) => keyedHash('doubts', canonicalJson(point)).slice(0, DIGITS))
    .join('.')
}

/**
 * What does not fit, to be kept with what is sent, once whoever sends has read it. `insists` is the mark of
 * the points they ticked off: when another stands there now, they are asked again; one that went away
 * meanwhile, such as a register that fell silent, is asked about no more.
 */
export function doubtsRead(
  doubts: DoubtsToRead,
  insists: string | undefined,
): Result<Doubt[], DoubtsRefusal> {
  const { findings, differences } = doubts
  const read = new Set(insists?.split('.'))
  const now = markOfDoubts(doubts)
  if (now !== '' && !now.split('.').every((point) => read.has(point)))
    return refuse({ code: 'doubts-unread', ...doubts })
  return accept([...findings.map(({ rule, path }) => ({ rule, path })), ...differences])
}
