import { z } from 'zod'
import type { DraftRow } from '@/db/queries/drafts'
import { openAnswers, sealAnswers } from '@/lib/casework/sealed-answers'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Content } from '@/lib/procedures/section-content'
import { localTextSchema } from '@/lib/procedures/shape/text'
import { open, seal } from '@/lib/server/sealed'

const textsSchema = z.record(z.string(), z.array(z.string()))

/** What one writer typed where others had changed the same, kept until that writer chooses. */
const undecidedSchema = z.object({
  personId: z.string(),
  section: z.string(),
  part: z.string(),
  /** The version from which the writer started. */
  since: z.int(),
  texts: textsSchema,
})
export type Undecided = z.infer<typeof undecidedSchema>

/** What the draft held for a form that has changed since, in words, until its owner lets it go. */
const leftSchema = z.object({
  kind: z.enum(['answer', 'paper']),
  key: z.string(),
  why: z.enum(['removed', 'unfit']),
  label: localTextSchema,
  said: localTextSchema,
})
export type Left = z.infer<typeof leftSchema>

const asideSchema = z.object({
  unread: z.record(z.string(), textsSchema).default({}),
  undecided: z.array(undecidedSchema).default([]),
  left: z.array(leftSchema).default([]),
})

/** Everything that somebody wrote into a draft. */
export type Written = Content & { undecided: Undecided[]; left: Left[] }

type Stored = Pick<DraftRow, 'answers' | 'asideSealed'>

export function openWritten(procedure: Procedure, { answers, asideSealed }: Stored): Written {
  const aside = asideSchema.parse(asideSealed === null ? {} : JSON.parse(open(asideSealed)))
  return { answers: openAnswers(procedure, answers), ...aside }
}

/**
 * As the database holds it. What is no answer is sealed as one: nobody can say which of the texts with
 * mistakes is half a national identifier.
 */
export function sealWritten(procedure: Procedure, written: Written): Stored {
  const { answers, unread, undecided, left } = written
  const isEmpty = Object.keys(unread).length === 0 && undecided.length === 0 && left.length === 0
  return {
    answers: sealAnswers(procedure, answers),
    asideSealed: isEmpty ? null : seal(JSON.stringify({ unread, undecided, left })),
  }
}
