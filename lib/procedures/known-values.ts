import type { FieldType } from '@/lib/procedures/shape/field'

/**
 * The names under which definitions ask for what may be known before it is asked, each with the types a
 * question for it may have. The sign-in knows some; whatever was filed before knows all that it was asked
 * under the same name, whichever procedure that was.
 */
export const KNOWN_VALUES: Readonly<Record<string, readonly FieldType[]>> = {
  'eid.person': ['person'],
  'eid.full_name': ['text'],
  'eid.date_of_birth': ['date'],
  'eid.gender': ['select'],
  'eid.id_number': ['text'],
  'eid.address': ['address'],
  'account.phone': ['phone'],
  'account.email': ['email'],
  'account.legal_form': ['select'],
  'organisation.name': ['text'],
  'organisation.tax_code': ['text'],
  'organisation.registration_number': ['text'],
  'organisation.registration_date': ['date'],
  'organisation.registration_issuer': ['text'],
  'organisation.head_office': ['address'],
  'organisation.legal_representative': ['person'],

  'applicant.nationality': ['select'],
  'applicant.passport_number': ['text'],
  'applicant.passport_date': ['date'],
  'applicant.passport_issuer': ['text'],
  'applicant.residence': ['address'],
  'applicant.ethnicity': ['select'],
  'applicant.place_of_origin': ['address'],

  'delivery.wants_paper_copy': ['boolean'],
  'delivery.channel': ['select'],
  'delivery.recipient': ['person'],
  'delivery.address': ['address'],

  'licence.number': ['text'],
  'licence.date': ['date'],
  'licence.issuer': ['text'],

  'facility.name': ['text'],
  'facility.name_foreign': ['text'],
  'facility.form': ['select'],
  'facility.specialties': ['select', 'multiselect'],
  'facility.address': ['address'],
  'facility.geo': ['text'],
  'facility.phone': ['phone'],
  'facility.email': ['email'],
  'facility.website': ['text'],
  'facility.ownership': ['select'],
  'facility.non_profit': ['boolean'],
  'facility.languages': ['multiselect'],
  'facility.working_hours': ['schedule'],
  'facility.beds': ['number'],
  'facility.dental_chairs': ['number'],
  'facility.practitioners': ['table'],
  'facility.techniques': ['table'],
  'facility.his_software': ['text'],
  'facility.eprescription_code': ['text'],

  'responsible-person.full_name': ['text'],
  'responsible-person.id_number': ['text'],
  'responsible-person.title': ['select'],
  'responsible-person.licence_number': ['text'],
  'responsible-person.licence_date': ['date'],
  'responsible-person.licence_issuer': ['text'],

  'practitioner.title': ['select'],
  'practitioner.scope': ['multiselect'],
  'practitioner.qualification': ['text'],
  'practitioner.languages': ['multiselect'],
  'practitioner.foreign_diploma': ['boolean'],
  'practitioner.diplomas': ['table'],
  'practitioner.specialist_certs': ['table'],
  'practitioner.work_history': ['table'],

  'pharmacist.qualification': ['select'],
  'pharmacist.positions': ['multiselect'],

  'pharmacy.name': ['text'],
  'pharmacy.retail_type': ['select'],
  'pharmacy.address': ['address'],
  'pharmacy.phone': ['phone'],
  'pharmacy.business_scope': ['multiselect'],

  'responsible-pharmacist.full_name': ['text'],
  'responsible-pharmacist.nationality': ['select'],
  'responsible-pharmacist.id_number': ['text'],
  'responsible-pharmacist.passport_number': ['text'],
  'responsible-pharmacist.cchn_no': ['text'],
  'responsible-pharmacist.cchn_date': ['date'],
  'responsible-pharmacist.cchn_issuer': ['text'],

  'product.name': ['text'],
  'product.uses': ['longtext'],
}

/** Where a value was known from before it was asked. */
export type Origin =
  | { kind: 'eid' | 'account' | 'organisation' | 'register' }
  /** An earlier dossier, by its code; a result of this portal, by its number. */
  | { kind: 'dossier'; reference: string }
  | { kind: 'licence'; number: string }

/** What everybody has whatever they file: the account and how a result is delivered tell nothing of a matter. */
const OF_EVERYBODY = ['eid', 'account', 'organisation', 'applicant', 'delivery']

/** Whether a value belongs to the matter (the facility, the practitioner, the product), not to who files. */
export function isOfMatter(name: string): boolean {
  return !OF_EVERYBODY.includes(name.split('.')[0] ?? '')
}

/** Whether a value belongs to the licence that a procedure is about. */
export function isOfLicence(name: string): boolean {
  return name.startsWith('licence.')
}
