import type { Run } from '@/lib/documents/layout/lines'
import type { Paragraph } from '@/lib/documents/layout/paragraph'

/** Type sizes of a form: what is asked and answered, and what explains it. */
export const SIZE = 12.5
export const NOTE_SIZE = 11
const LEADING = 1.3
const AFTER = 4

export function plain(text: string): Run {
  return { text, face: 'regular', size: SIZE }
}

export function strong(text: string): Run {
  return { text, face: 'bold', size: SIZE }
}

export function note(text: string): Run {
  return { text, face: 'italic', size: NOTE_SIZE }
}

export function paragraph(runs: Run[], more: Partial<Paragraph> = {}): Paragraph {
  return { runs, align: 'left', leading: LEADING, after: AFTER, ...more }
}
