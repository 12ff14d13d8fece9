'use server'

import { z } from 'zod'
import type { ActState } from '@/components/office/act-form'
import { askOpinion } from '@/lib/dossiers/opinions/ask-opinion'
import { line, performAct, target, typed, words } from './perform-act'

const schema = z.object({
  ...target,
  unitName: line,
  email: z.email().max(200),
  question: words,
  answerKind: z.enum(['yes-no', 'text']),
  dueDay: z.iso.date(),
})

const uuid = z.uuid()

/** The papers come as papers.FILE-ID. */
export async function askOpinionAction(_: ActState, form: FormData) {
  const fileIds = Object.keys(typed(form)).flatMap((name) => {
    const fileId = uuid.safeParse(name.startsWith('papers.') ? name.slice('papers.'.length) : '')
    return fileId.success ? [fileId.data] : []
  })
  return performAct({ name: 'ask-opinion', schema }, form, (act) => askOpinion({ ...act, fileIds }))
}
