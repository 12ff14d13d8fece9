import type { LocalText } from '@/lib/procedures/shape/text'

/** One thing that dossiers of a procedure are often sent back for. */
export type CommonReason = {
  kind: 'field' | 'paper'
  key: string
  /** What it is called in the form, and what was wrong, in the words of the procedure. */
  about: LocalText
  text: LocalText
}
