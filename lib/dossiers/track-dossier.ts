import { db } from '@/db/client'
import { findDossierByReference } from '@/db/queries/dossiers'
import { parseSubmissionReference } from '@/lib/shared/ids'
import { COMPLETION } from '@/lib/workflow/flows/licence-states'

/**
 * What anybody may learn by a code: that it exists and how far it is (TT 01/2018 Art. 16.2.d). Takes a
 * dossier code or a submission reference, as people type them.
 */
export async function trackDossier(
  typed: string,
): Promise<{ reference: string; percent: number } | undefined> {
  const reference = parseSubmissionReference(typed) ?? typed.trim().toUpperCase()
  if (reference.length > 60) return undefined
  const dossier = await findDossierByReference(db, reference)
  if (!dossier) return undefined
  return { reference, percent: COMPLETION[dossier.state] }
}
