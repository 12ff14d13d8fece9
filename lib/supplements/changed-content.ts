import { fieldOfPath } from '@/lib/procedures/answer-path'
import type { Answers } from '@/lib/procedures/answers'
import { diffAnswers } from '@/lib/procedures/diff'

/** The questions whose answers differ between two versions, in the order of the newer one. */
export function changedKeys(before: Answers, after: Answers): string[] {
  return [...new Set(diffAnswers(before, after).map(({ path }) => fieldOfPath(path)))]
}

type Slot = { slotKey: string; files: readonly { sha256: string }[] }

/** The papers whose files differ: another file, one more, one fewer, or none any more. */
export function changedSlots(before: readonly Slot[], after: readonly Slot[]): string[] {
  const keys = [...new Set([...before, ...after].map(({ slotKey }) => slotKey))]
  return keys.filter((key) => contentOf(before, key) !== contentOf(after, key))
}

function contentOf(slots: readonly Slot[], key: string): string {
  return slots
    .filter(({ slotKey }) => slotKey === key)
    .flatMap(({ files }) => files.map(({ sha256 }) => sha256))
    .toSorted()
    .join(' ')
}
