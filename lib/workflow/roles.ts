/** The officer roles of the product; procedure data uses the same words. */
export const OFFICER_ROLES = [
  'deskOfficer',
  'caseOfficer',
  'headOfDivision',
  'agencyLeader',
  'recordsClerk',
  'cashier',
  'administrator',
] as const

export type OfficerRole = (typeof OFFICER_ROLES)[number]
