import type { Queryable } from '@/db/client'
import { findExtension } from '@/db/queries/extensions'
import { getCalendar } from '@/lib/casework/definitions'
import { endOfLastSession } from '@/lib/deadlines/working-calendar'
import {
  type ExtensionLetterData,
  extensionLetterDataSchema,
} from '@/lib/documents/extension-letter-data'
import { type Lettering, letterFrame } from '@/lib/letters/letter-frame'

/** What form 04 says of the extension that is asked: both dates and why (Decree 118/2025 Art. 19.6). */
export async function extensionMatter(
  tx: Queryable,
  about: Lettering,
): Promise<ExtensionLetterData | undefined> {
  const { dossier } = about
  const extension = await findExtension(tx, dossier.id, ['asked'])
  if (!extension) return undefined
  const calendar = await getCalendar(tx, dossier.solvingAgencyId, extension.newDay)
  return extensionLetterDataSchema.parse({
    ...(await letterFrame(tx, about)),
    originalDueAt: extension.oldDueAt.toISOString(),
    newDueAt: endOfLastSession(calendar.body, extension.newDay).toISOString(),
    reason: extension.reason,
  })
}
