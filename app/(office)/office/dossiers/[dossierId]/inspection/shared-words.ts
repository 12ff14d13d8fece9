import { getTranslator } from '@/app/_server/translator'
import type { InspectionView } from '@/lib/dossiers/inspections/view-inspection'

/** What every form of the page carries and says. */
export async function formFrame({ dossier }: InspectionView) {
  const [office, refusals] = [await getTranslator('office'), await getTranslator('refusals')]
  return {
    hidden: { dossierId: dossier.id, expectedVersion: String(dossier.version) },
    pending: office('pending'),
    refusedTitle: refusals('title'),
  }
}
