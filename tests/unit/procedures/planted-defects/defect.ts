import type { Answers } from '@/lib/procedures/answers'
import type { Change } from './draft'

/** A mistake of the kind for which dossiers are sent back. */
export type Defect = {
  procedure: string
  /** Which of the drafts of the procedure holds it. */
  draft: 0 | 1 | 2 | 3
  what: string
  /** Answers without which the mistake could not be made. */
  given?: Answers
  /** Rows as they are in order. */
  setUp?: Change
  plant: Change
  /** Where the applicant must be sent. */
  at: string
}

/** The defects of one procedure, each with the number of its draft. */
export function defectsOf(
  procedure: string,
  defects: readonly Omit<Defect, 'procedure'>[],
): Defect[] {
  return defects.map((defect) => ({ procedure, ...defect }))
}
