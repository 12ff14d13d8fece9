import * as z from 'zod/mini'
import type { Entry } from '@/components/form/typed'

const keptSchema = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  entries: z.array(z.tuple([z.string(), z.string()])),
})
export type Kept = { version: number; at: string; entries: Entry[] }

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
    const kept = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(place)) ?? ''))
    return kept.success ? kept.data : undefined
  } catch {
    return undefined
  }
}

function keyOf({ draftId, sectionKey }: Place): string {
  return `draft:${draftId}:${sectionKey}`
}
