import { notFound } from 'next/navigation'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'
import { viewForOwner } from '@/lib/dossiers/view-dossier'
import { clock } from '@/lib/server/business-clock'
import { requireActor } from './current-actor'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The dossier of the signed-in owner; another's is not there. */
export async function requireOwnDossier(dossierId: string, path: string): Promise<ApplicantView> {
  if (!UUID.test(dossierId)) notFound()
  const actor = await requireActor('applicant', path)
  const view = await viewForOwner(actor, { dossierId, at: clock.now() })
  if (!view.ok) notFound()
  return view.value
}
