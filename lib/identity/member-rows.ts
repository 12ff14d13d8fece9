import { OWNER_RIGHTS, type Right } from '@/lib/identity/permission-rows'
import type { MemberRole } from '@/lib/workflow/roles'

/** Who works in an organisation: whoever represents it by law or owns the household, and its members. */
export const ORGANISATION_ROLES = [
  'representative',
  'preparer',
  'professional',
  'accountant',
  'consultant',
] as const satisfies readonly ('representative' | MemberRole)[]
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number]

/** What is done in an organisation before and beside a dossier. */
export const WORKSPACE_RIGHTS = [
  'view-members',
  'manage-members',
  'view-dossiers',
  'start-drafts',
  'view-drafts',
  'write-drafts',
  'discard-drafts',
  'give-sections',
  'ask-approval',
  'approve-filing',
  'submit',
] as const
export type WorkspaceRight = (typeof WORKSPACE_RIGHTS)[number]
export type OrganisationRight = WorkspaceRight | Right

export type MemberPermission = {
  role: OrganisationRole
  right: OrganisationRight
  /** Only in sections of a draft that were given to them. */
  only?: 'given-sections'
  /** Only when the organisation, or the consultant's mandate, lets them file without approval. */
  when?: 'may-file'
}

const rows = (
  role: OrganisationRole,
  rights: readonly OrganisationRight[],
  more: Pick<MemberPermission, 'only' | 'when'> = {},
): MemberPermission[] => rights.map((right) => ({ role, right, ...more }))

const PREPARES = [
  'view-dossiers',
  'start-drafts',
  'view-drafts',
  'write-drafts',
  'give-sections',
  'ask-approval',
  'view-dossier',
  'view-papers',
  'view-result',
  'view-record',
] as const

/** What declares something to an agency in the organisation's name. */
const FILES = ['submit', 'supply', 'change-content', 'report-corrections'] as const

const IN_SECTIONS = ['view-drafts', 'write-drafts'] as const

/**
 * What each role of an organisation may do: one row a right. A consultant's mandate, and any membership
 * that names procedures, narrows all of it to those procedures. Chosen by the product: the law knows the
 * representative and the written authorisation, how an organisation shares its work is its own affair.
 */
export const MEMBER_PERMISSIONS: readonly MemberPermission[] = [
  ...rows('representative', [...WORKSPACE_RIGHTS, ...OWNER_RIGHTS, 'view-result']),
  ...rows('preparer', [...PREPARES, 'view-members', 'discard-drafts']),
  ...rows('preparer', FILES, { when: 'may-file' }),
  ...rows('consultant', PREPARES),
  ...rows('consultant', FILES, { when: 'may-file' }),
  ...rows('professional', IN_SECTIONS, { only: 'given-sections' }),
  ...rows('accountant', ['view-dossiers', 'view-dossier', 'view-payment']),
  ...rows('accountant', IN_SECTIONS, { only: 'given-sections' }),
]
