import { describe, expect, it } from 'vitest'
import type { MemberPowers } from '@/lib/identity/actor'
import { coversProcedure, memberMay, reachOf } from '@/lib/identity/member-rights'
import {
  MEMBER_PERMISSIONS,
  ORGANISATION_ROLES,
  type OrganisationRight,
  WORKSPACE_RIGHTS,
} from '@/lib/identity/member-rows'
import { OWNER_RIGHTS } from '@/lib/identity/permission-rows'
import { applicant, member, officer, representative } from '@/tests/factories/actors'

const RIGHTS: readonly OrganisationRight[] = [...WORKSPACE_RIGHTS, ...OWNER_RIGHTS, 'view-result']

// Written by hand from what an organisation was promised, apart from the table. R representative,
// P preparer, C consultant, A accountant, S professional in charge; small letters reach only sections
// that were given to them; a star needs leave to file without approval.
const DECLARED: Record<string, string> = {
  'view-members': 'R P',
  'manage-members': 'R',
  'view-dossiers': 'R P C A',
  'start-drafts': 'R P C',
  'view-drafts': 'R P C a s',
  'write-drafts': 'R P C a s',
  'discard-drafts': 'R P',
  'give-sections': 'R P C',
  'ask-approval': 'R P C',
  'approve-filing': 'R',
  submit: 'R P* C*',
  supply: 'R P* C*',
  'change-content': 'R P* C*',
  withdraw: 'R',
  'request-stop': 'R',
  'cancel-stop': 'R',
  'report-corrections': 'R P* C*',
  deliver: 'R',
  'view-dossier': 'R P C A',
  'view-papers': 'R P C',
  'view-payment': 'R A',
  'view-record': 'R P C',
  'view-result': 'R P C',
}
const LETTER = {
  representative: 'R',
  preparer: 'P',
  consultant: 'C',
  accountant: 'A',
  professional: 'S',
} as const

type Role = (typeof ORGANISATION_ROLES)[number]

const actorOf = (role: Role, mayFile: boolean) =>
  role === 'representative' ? representative('me', 'clinic') : member('me', role, { mayFile })

function declaredReach(right: OrganisationRight, role: Role, mayFile: boolean) {
  const words = DECLARED[right]?.split(' ') ?? []
  const word = words.find((one) => one.charAt(0).toUpperCase() === LETTER[role])
  if (!word || (word.endsWith('*') && !mayFile)) return undefined
  return word === word.toUpperCase() ? 'all' : 'given-sections'
}

describe('what each role of an organisation may do', () => {
  it.each(RIGHTS)('%s', (right) => {
    expect(DECLARED).toHaveProperty(right)
    for (const role of ORGANISATION_ROLES)
      for (const mayFile of [true, false])
        expect([role, mayFile, reachOf(actorOf(role, mayFile), right)]).toEqual([
          role,
          mayFile,
          declaredReach(right, role, mayFile),
        ])
  })

  it('is a table without a line twice', () => {
    const lines = MEMBER_PERMISSIONS.map(({ role, right }) => `${role} ${right}`)
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('leaves whoever acts for themselves all of it, and officers nothing', () => {
    for (const right of RIGHTS) {
      expect(reachOf(applicant('me'), right)).toBe('all')
      expect(reachOf(officer('me', 'deskOfficer'), right)).toBeUndefined()
    }
  })
})

describe('a mandate for some procedures', () => {
  const some: Partial<MemberPowers> = { procedures: ['one', 'two'] }

  it('reaches those and no others', () => {
    const consultant = member('me', 'consultant', some)
    expect(coversProcedure(consultant, 'two')).toBe(true)
    expect(coversProcedure(consultant, 'three')).toBe(false)
    expect(memberMay(consultant, 'view-dossier', { procedureKey: 'one' })).toBe(true)
    expect(memberMay(consultant, 'view-dossier', { procedureKey: 'three' })).toBe(false)
  })

  it('that names none reaches all', () => {
    expect(coversProcedure(member('me', 'consultant'), 'three')).toBe(true)
    expect(coversProcedure(representative('me', 'clinic'), 'three')).toBe(true)
  })
})
