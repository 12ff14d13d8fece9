import type { OrganisationPart, PersonPart } from '@/lib/procedures/shape/field'

/** Province and commune are codes of the 2025 list; there is no district any more. */
export type AddressAnswer = { province: string; commune: string; street: string }

/** Parts that a person field asks for; dates are plain days, phone is E.164. */
export type PersonAnswer = { [Part in PersonPart]?: string }
export type OrganisationAnswer = { [Part in OrganisationPart]?: string }

/** One line of a weekly timetable: days are codes of the list `weekdays`, times are HH:mm. */
export type ScheduleLine = { days: string[]; from: string; to: string }

export type CellValue = string | number | boolean | string[] | AddressAnswer | ScheduleLine[]
export type TableRow = { [column: string]: CellValue }

/**
 * What one field holds: text, code, plain day and phone are strings; number and money (whole đồng)
 * are numbers; yes/no, declaration and acknowledged notice are booleans.
 */
export type AnswerValue = CellValue | PersonAnswer | OrganisationAnswer | TableRow[]

/** The answers of a dossier, flat by field key. A question not answered yet has no key. */
export type Answers = Record<string, AnswerValue>

/** What is wrong with one answer: a message key with its parameters, never a sentence. */
export type AnswerIssue = {
  /** `org_name`, `org_head_office.province`, `practitioners[0].full_name`. */
  path: string
  code: AnswerIssueCode
  params: Record<string, string | number>
}

export const ANSWER_ISSUE_CODES = [
  'required',
  'type',
  'too-short',
  'too-long',
  'pattern',
  'not-a-number',
  'ambiguous-number',
  'not-an-integer',
  'too-small',
  'too-large',
  'not-a-date',
  'too-early',
  'too-late',
  'not-a-time',
  'time-order',
  'time-overlap',
  'not-in-list',
  'too-few-items',
  'too-many-items',
  'too-few-rows',
  'too-many-rows',
  'duplicate-row',
  'province-unknown',
  'commune-unknown',
  'phone',
  'email',
  'tax-code',
  'personal-id',
  'practising-licence',
  'url',
  'coordinates',
  'must-declare',
  'must-acknowledge',
] as const
export type AnswerIssueCode = (typeof ANSWER_ISSUE_CODES)[number]
