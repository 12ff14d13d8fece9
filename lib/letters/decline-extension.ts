import { inTransaction } from '@/db/client'
import { findExtension, moveExtension } from '@/db/queries/extensions'
import { findCaseFile } from '@/lib/casework/case-file'
import { postOf } from '@/lib/dossiers/act-with-words'
import type { OfficeAct } from '@/lib/dossiers/office-act'
import { may } from '@/lib/identity/permissions'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type DeclineRefusal = { code: 'not-found' | 'not-permitted' | 'nothing-to-sign' }

/**
 * The leader says no to the date that was asked, with words for the unit. Nothing happens to the dossier:
 * its date stands, and the unit may ask anew while there is time.
 */
export function declineExtension(
  act: OfficeAct & { reason: string },
): Promise<Result<undefined, DeclineRefusal>> {
  return inTransaction(async (tx) => {
    const { dossierId, actor, at } = act
    const file = await findCaseFile(tx, actor, { dossierId, right: 'view-papers' })
    if (!file.ok) return file
    if (may(actor, 'grant-extension', file.value.facts) === 'refused')
      return refuse({ code: 'not-permitted' })
    const extension = await findExtension(tx, dossierId, ['asked'])
    const changes = {
      state: 'declined' as const,
      declinedBy: postOf(act),
      declinedAt: at,
      declineReason: act.reason.normalize('NFC').trim(),
    }
    const moved = extension && (await moveExtension(tx, { ...extension, from: 'asked' }, changes))
    return moved ? accept(undefined) : refuse({ code: 'nothing-to-sign' })
  })
}
