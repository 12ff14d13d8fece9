'use server'

import { redirect } from 'next/navigation'
import { requireActor } from '@/app/_server/current-actor'
import { clock } from '@/lib/server/business-clock'
import { fileAgain } from '@/lib/supplements/file-again'
import { startChange } from '@/lib/supplements/start-change'

export type CopyState = { refused: boolean }

/** A new dossier with all that the old one held; on to its draft. */
export async function fileAgainAction(dossierId: string): Promise<CopyState> {
  const actor = await requireActor('applicant', `/my/dossiers/${dossierId}`)
  const copied = await fileAgain(actor, { dossierId, at: clock.now() })
  return copied.ok ? redirect(`/my/drafts/${copied.value.draftId}`) : { refused: true }
}

/** Opens the dossier's content for changes; nothing counts before the changes are sent. */
export async function startChangeAction(dossierId: string): Promise<CopyState> {
  const actor = await requireActor('applicant', `/my/dossiers/${dossierId}`)
  const begun = await startChange(actor, { dossierId, at: clock.now() })
  return begun.ok ? redirect(`/my/drafts/${begun.value.draftId}`) : { refused: true }
}
