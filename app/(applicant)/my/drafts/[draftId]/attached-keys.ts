import type { DraftView } from '@/lib/drafts/view-draft'

/** The papers of a draft that have a file which was not refused. */
export function attachedKeys({ papers }: DraftView): string[] {
  return papers
    .filter(({ files }) => files.some(({ state }) => state !== 'rejected'))
    .map(({ slotKey }) => slotKey)
}
