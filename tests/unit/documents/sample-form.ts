import type { FormFilling, OfficialFormData } from '@/lib/documents/form/form-data'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

const FILED = new Date('2026-11-23T01:40:00Z')
const PRINTED = new Date('2026-11-24T03:05:00Z')

export function formRules(procedure: Procedure): FormRules {
  return { procedure, codes: SHIPPED_CODES, facts: { today: '2026-11-23', holding: [] } }
}

export function blankForm(procedure: Procedure): OfficialFormData {
  return { rules: formRules(procedure), filling: { kind: 'blank' }, demo: true }
}

const declared = (answers: Answers) => ({
  answers,
  files: {},
  agencyName: 'Sở Y tế Hà Nội',
  signerName: 'Nguyễn Hoài An',
  printedAt: PRINTED,
})

export function draftForm(procedure: Procedure, answers: Answers): OfficialFormData {
  return withFilling(procedure, { kind: 'draft', ...declared(answers) })
}

export function filedForm(
  procedure: Procedure,
  answers: Answers,
  more: Partial<Extract<FormFilling, { kind: 'filed' }>> = {},
): OfficialFormData {
  return withFilling(procedure, {
    kind: 'filed',
    reference: 'H26.16-261123-0001',
    submittedAt: FILED,
    declaredAt: FILED,
    ...declared(answers),
    ...more,
  })
}

function withFilling(procedure: Procedure, filling: FormFilling): OfficialFormData {
  return { rules: formRules(procedure), filling, demo: true }
}
