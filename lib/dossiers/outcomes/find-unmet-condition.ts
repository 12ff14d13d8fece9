import { db } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { type NotReady, readyToGrant } from '@/lib/dossiers/outcomes/decision-readiness'

/** What keeps a dossier from being granted, so that only a refusal can be proposed; undefined when nothing does. */
export async function findUnmetCondition(dossierId: string): Promise<NotReady['code'] | undefined> {
  const dossier = await findDossier(db, dossierId)
  const ready = dossier && (await readyToGrant(db, dossier))
  return ready && !ready.ok ? ready.refusal.code : undefined
}
