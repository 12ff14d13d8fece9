'use server'

import { z } from 'zod'
import type { ActState } from '@/components/office/act-form'
import { digitisePaper } from '@/lib/dossiers/digitise-paper'
import { line, performAct, target } from './perform-act'

const optionalLine = z.union([line, z.literal('')]).optional()
const optionalDay = z.union([z.iso.date(), z.literal('')]).optional()

const schema = z.object({
  ...target,
  paperId: z.uuid(),
  title: line,
  number: optionalLine,
  issuedBy: optionalLine,
  issuedOn: optionalDay,
  validTo: optionalDay,
  summary: z.string().trim().max(1000).optional(),
  scope: optionalLine,
})

export async function digitiseAction(_: ActState, form: FormData) {
  return performAct({ name: 'digitise-paper', schema }, form, digitisePaper)
}
