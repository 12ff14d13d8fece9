import { db } from '@/db/client'
import { findCaseFile } from '@/lib/casework/case-file'
import { openAnswers } from '@/lib/casework/sealed-answers'
import type { Actor } from '@/lib/identity/actor'
import type { Procedure } from '@/lib/procedures/procedure'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { type Askable, askables } from '@/lib/supplements/items'
import { type Outlook, outlook } from '@/lib/supplements/outlook'
import { readAsking } from '@/lib/supplements/read-asking'

export type RequestPreview = { procedure: Procedure; askables: Askable[]; outlook: Outlook }

/** What an officer sees before asking or sending: what may be asked, and what sending it now would mean. */
export async function previewRequest(
  actor: Actor,
  { dossierId, at }: { dossierId: string; at: Date },
): Promise<Result<RequestPreview, { code: 'not-found' }>> {
  const found = await findCaseFile(db, actor, { dossierId, right: 'view-papers' })
  if (!found.ok) return found
  const asking = await readAsking(db, dossierId, at)
  if (!asking) return refuse({ code: 'not-found' })
  const { procedure, rules } = asking
  const answers = openAnswers(procedure, asking.answers)
  return accept({
    procedure,
    askables: askables(rules, answers),
    outlook: outlook(asking, at),
  })
}
