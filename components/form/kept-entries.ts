import type { Unsaved } from '@/components/form/autosave'
import { isEntries } from '@/components/form/own-answers'
import { isRecord } from '@/lib/procedures/read/reading'

export type Kept = Unsaved & { at: string }

type Place = { draftId: string; sectionKey: string }

/**
 * What could not be saved, laid aside in this tab until it is: it outlives a reload and a new
 * sign-in, and goes with the tab, since the device may be shared.
 */
export function keepEntries(place: Place, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(place), JSON.stringify(kept))
    else sessionStorage.removeItem(keyOf(place))
  } catch {
    // A browser without room or with storage turned off: the page itself still holds everything.
  }
}

export function findKept(place: Place): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(place)) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function isKept(value: unknown): value is Kept {
  if (!isRecord(value)) return false
  const { version, at, entries, bases } = value
  if (!isRecord(bases) || !Object.values(bases).every((base) => typeof base === 'number'))
    return false
  return typeof version === 'number' && typeof at === 'string' && isEntries(entries)
}

function keyOf({ draftId, sectionKey }: Place): string {
  return `draft:${draftId}:${sectionKey}`
}
