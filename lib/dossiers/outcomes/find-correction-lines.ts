import { db } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { findOpenCorrection } from '@/db/queries/outcomes'
import { linesOf, type ResultLine } from '@/lib/dossiers/outcomes/correct-result'

/** The lines of the result that is being corrected, as they read now; undefined while none is. */
export async function findCorrectionLines(dossierId: string): Promise<ResultLine[] | undefined> {
  const dossier = await findDossier(db, dossierId)
  const correction = dossier && (await findOpenCorrection(db, dossierId))
  if (!correction) return undefined
  const corrected = new Map(correction.fields.map(({ key, now }) => [key, now]))
  const lines = await linesOf(db, dossier, correction)
  return lines.map((line) => ({ ...line, text: corrected.get(line.key) ?? line.text }))
}
