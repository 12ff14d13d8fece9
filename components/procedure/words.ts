import type { Translator } from '@/components/messages/translator'
import type { Tone } from '@/components/ui/tag'
import type { Procedure } from '@/lib/procedures/procedure'
import type { UploadPaper } from '@/lib/procedures/shape/paper'
import type { StepRole } from '@/lib/procedures/shape/process'

export type Words = Translator<'procedures'>

export type ProcedureSummary = Pick<
  Procedure,
  | 'key'
  | 'name'
  | 'summary'
  | 'nationalCode'
  | 'serviceLevel'
  | 'authority'
  | 'clocks'
  | 'money'
  | 'fieldGroup'
  | 'subject'
>

export const scopeWords = {
  full: 'scopeFull',
  partial: 'scopePartial',
  information: 'scopeInformation',
} as const satisfies Record<Procedure['serviceLevel']['scope'], string>

export const deskWords = {
  province: 'deskProvince',
  ministry: 'deskMinistry',
  commune: 'deskCommune',
} as const satisfies Record<Procedure['authority']['level'], string>

export const paperSources = {
  eform: { word: 'sourceEform', tone: 'ok' },
  registry: { word: 'sourceRegistry', tone: 'info' },
  upload: { word: 'sourceUpload', tone: 'neutral' },
} as const satisfies Record<Procedure['papers'][number]['source'], { word: string; tone: Tone }>

export const paperKinds = {
  original: 'kindOriginal',
  copy: 'kindCopy',
  valid_copy: 'kindValidCopy',
  certified_copy: 'kindCertifiedCopy',
  legalised: 'kindLegalised',
} as const satisfies Record<UploadPaper['kind'], string>

export const legalStates = {
  in_force: { word: 'legalInForce', tone: 'ok' },
  partly_in_force: { word: 'legalPartly', tone: 'warn' },
  expired: { word: 'legalExpired', tone: 'late' },
  not_yet: { word: 'legalNotYet', tone: 'neutral' },
} as const satisfies Record<Procedure['legalBasis'][number]['status'], { word: string; tone: Tone }>

const roles = {
  applicant: 'roleApplicant',
  cashier: 'roleCashier',
  caseOfficer: 'roleCaseOfficer',
  headOfDivision: 'roleHeadOfDivision',
  agencyLeader: 'roleAgencyLeader',
  recordsClerk: 'roleRecordsClerk',
  system: 'roleSystem',
} as const satisfies Record<Exclude<StepRole, 'deskOfficer'>, string>

/** Who does a step; at the desk it is the place that people know, not the post. */
export function stepActor(t: Words, procedure: Procedure, role: StepRole): string {
  return t(role === 'deskOfficer' ? deskWords[procedure.authority.level] : roles[role])
}

/** The promises that matter to who waits: intake and publication are steps within them. */
export function mainClocks(procedure: Pick<Procedure, 'clocks'>): Procedure['clocks'] {
  return procedure.clocks.filter(
    (clock) => clock.endsAt !== 'intake-answer' && clock.endsAt !== 'publication',
  )
}
