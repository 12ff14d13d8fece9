import { db } from '@/db/client'
import { findSupplementItems, findSupplements } from '@/db/queries/supplements'
import { findCaseFile } from '@/lib/casework/case-file'
import type { Actor } from '@/lib/identity/actor'
import type { LocalText } from '@/lib/procedures/shape/text'
import { itemName } from '@/lib/supplements/items'

export type JudgedItem = {
  id: string
  name: LocalText
  verdict: 'accepted' | 'declined'
  /** Why it does not do; null for what was accepted without a word. */
  note: string | null
}
export type JudgedRequest = { id: string; round: number; judgedAt: Date; items: JudgedItem[] }

/** What the case officer found about each thing that was supplied, newest first; nothing before it is recorded. */
export async function viewVerdicts(actor: Actor, dossierId: string): Promise<JudgedRequest[]> {
  const found = await findCaseFile(db, actor, { dossierId, right: 'view-dossier' })
  if (!found.ok) return []
  const judged: JudgedRequest[] = []
  for (const { id, round } of (await findSupplements(db, dossierId)).toReversed()) {
    const rows = await findSupplementItems(db, id)
    const items = rows.flatMap((row): JudgedItem[] => {
      const { verdict, verdictNote: note } = row
      if (!verdict) return []
      return [{ id: row.id, name: itemName(found.value.procedure, row), verdict, note }]
    })
    const judgedAt = rows.find(({ verdict }) => verdict !== null)?.judgedAt
    if (judgedAt) judged.push({ id, round, judgedAt, items })
  }
  return judged
}
