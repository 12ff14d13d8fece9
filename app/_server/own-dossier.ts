import { notFound } from 'next/navigation'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'
import { viewForOwner } from '@/lib/dossiers/view-dossier'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { requireActor } from './current-actor'

/** The dossier of the signed-in owner; another's is not there. */
export async function requireOwnDossier(dossierId: string, path: string): Promise<ApplicantView> {
  if (!isId(dossierId)) notFound()
  const actor = await requireActor('applicant', path)
  const view = await viewForOwner(actor, { dossierId, at: clock.now() })
  if (!view.ok) notFound()
  return view.value
}
