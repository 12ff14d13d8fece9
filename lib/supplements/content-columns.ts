import type { DossierChanges } from '@/db/queries/dossiers'
import type { Answers } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'

/** What lists show of a dossier's content; it follows the newest answers, as it did when the dossier was filed. */
export function contentColumns(procedure: Procedure, answers: Answers): DossierChanges {
  const name = answers['facility_name']
  return {
    subject: typeof name === 'string' && name !== '' ? name : procedure.shortName.vi,
    wantsPaperCopy: answers['wants_paper_copy'] === true ? 1 : 0,
  }
}
