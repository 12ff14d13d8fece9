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

/** The roles that an organisation gives to people of its own; it is represented by others. */
export const MEMBER_ROLES = ['preparer', 'professional', 'accountant', 'consultant'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]
