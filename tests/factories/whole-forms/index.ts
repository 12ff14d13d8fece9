import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { clinicAnswers } from '@/tests/factories/answers'
import { TODAY } from '@/tests/factories/clinic-procedure'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'
import { deviceAnswers, pharmacyAnswers } from './companies'
import { pharmacistAnswers, practitionerAnswers } from './people'
import { polyclinicAnswers } from './polyclinic'

export type WholeForm = {
  rules: FormRules
  /** Who files: themselves, or the company that they represent. */
  applicant: 'person' | 'company'
  answers: Answers
}

const shipped = new Map(shippedProcedures())

function form(key: string, applicant: WholeForm['applicant'], answers: Answers): WholeForm {
  const procedure = shipped.get(key)
  if (!procedure) throw new Error(`there is no procedure ${key}`)
  const rules = { procedure, codes: SHIPPED_CODES, facts: { today: TODAY, holding: [] } }
  return { rules, applicant, answers }
}

/** The six forms that are there in full, each with answers thought out by hand. */
export const WHOLE_FORMS: readonly WholeForm[] = [
  form('gphd-specialist-clinic-new', 'company', clinicAnswers()),
  form('gphd-polyclinic-new', 'company', polyclinicAnswers()),
  form('gphn-new', 'person', practitionerAnswers()),
  form('gpp-new', 'company', pharmacyAnswers()),
  form('cchnd-new', 'person', pharmacistAnswers()),
  form('device-ab-standard-declare', 'company', deviceAnswers()),
]
