import type { Mutant } from './mutant'

const PERMISSIONS = { file: 'lib/identity/permissions.ts', tests: ['unit/identity/permissions'] }
const ROWS = { file: 'lib/identity/permission-rows.ts', tests: ['unit/identity/permissions'] }
const SESSIONS = { file: 'db/queries/sessions.ts', tests: ['integration/identity/sessions'] }
const CODES = {
  file: 'lib/identity/one-time-code.ts',
  tests: ['integration/identity/one-time-code'],
}
const PASSWORD = { tests: ['integration/identity/password-sign-in'] }

/** Who may do and see what, and who somebody is. */
export const IDENTITY_MUTANTS: Mutant[] = [
  {
    guard: 'the role of an officer',
    ...PERMISSIONS,
    from: 'actor.capacity.roles.includes(role)',
    to: 'role.length > 0',
  },
  {
    guard: 'the agency of an officer',
    ...PERMISSIONS,
    from: 'actor.capacity.agencyId === dossier.solvingAgencyId &&',
    to: '',
  },
  {
    guard: 'only the assigned case officer',
    ...PERMISSIONS,
    from: 'actor.capacity.postId === dossier.assigneePostId',
    to: "actor.capacity.postId !== ''",
  },
  {
    guard: 'four eyes: the check',
    ...PERMISSIONS,
    from: '!hasPerformed(actor, permission.notAfter ?? [], dossier)',
    to: '!hasPerformed(actor, [], dossier)',
  },
  {
    guard: 'four eyes: the row of the leader',
    ...ROWS,
    from: "agency('agencyLeader', { notAfter: SIGNER, stepUp: true })",
    to: "agency('agencyLeader', { stepUp: true })",
  },
  {
    guard: 'four eyes: the row of the records clerk',
    ...ROWS,
    from: 'const SEALER = [...ASSESSING, ...REVIEWING, ...SIGNING]',
    to: 'const SEALER = [...ASSESSING, ...REVIEWING]',
  },
  {
    guard: 'a dossier of an organisation is not its clerk’s own',
    ...PERMISSIONS,
    from: 'return dossier.organisationId === null && actor.personId === dossier.submitterPersonId',
    to: 'return actor.personId === dossier.submitterPersonId',
  },
  {
    guard: 'what only a job may do',
    ...PERMISSIONS,
    from: "case 'job':\n      return false",
    to: "case 'job':\n      return true",
  },
  {
    guard: 'no result before it is issued',
    ...ROWS,
    from: "relation: 'owner', states: ['issued', 'refused', 'delivered'] }",
    to: "relation: 'owner' }",
  },
  {
    guard: 'the office sees nothing before the fee',
    ...ROWS,
    from: "(state) => state !== 'awaiting-payment',",
    to: '(state) => state.length > 0,',
  },
  {
    guard: 'step-up: the row of the leader',
    ...ROWS,
    from: "agency('agencyLeader', { notAfter: SIGNER, stepUp: true })",
    to: "agency('agencyLeader', { notAfter: SIGNER })",
  },
  {
    guard: 'a code opens once',
    ...CODES,
    from: "if (row.usedAt) return 'code-used'",
    to: '',
  },
  {
    guard: 'a code dies after five tries',
    ...CODES,
    from: "if (row.attempts >= MOST_TRIES) return 'too-many-attempts'",
    to: '',
  },
  {
    guard: 'a code dies after five minutes',
    ...CODES,
    from: "if (row.expiresAt <= now) return 'code-expired'",
    to: '',
  },
  {
    guard: 'a code is right or wrong',
    ...CODES,
    from: "if (!sameText(row.codeHash, hashOf(row.id, code.replace(/\\s/g, '')))) {",
    to: 'if (code.length === 0) {',
  },
  {
    guard: 'a code opens nothing but its subject',
    ...CODES,
    file: 'db/queries/one-time-codes.ts',
    from: 'eq(oneTimeCodes.subject, subject),',
    to: '',
  },
  {
    guard: 'codes are not sent without end',
    ...CODES,
    from: "if (!allowed) return refuse({ code: 'too-many-codes', retryAfterSeconds })",
    to: "if (!allowed && retryAfterSeconds < 0) return refuse({ code: 'too-many-codes', retryAfterSeconds })",
  },
  {
    guard: 'an authenticator code counts once',
    ...PASSWORD,
    file: 'db/queries/credentials.ts',
    from: 'and(eq(credentials.id, id), lt(credentials.totpStep, step))',
    to: 'eq(credentials.id, id)',
  },
  {
    guard: 'passwords are not tried without end',
    ...PASSWORD,
    file: 'lib/identity/password-sign-in.ts',
    from: 'if (!limit.allowed) {',
    to: 'if (limit.taken < 0) {',
  },
  {
    guard: 'the password itself',
    ...PASSWORD,
    file: 'lib/identity/password-sign-in.ts',
    from: 'return credential && fits && right ? step : undefined',
    to: 'return credential && fits ? step : undefined',
  },
  {
    guard: 'a revoked session is dead',
    ...SESSIONS,
    from: 'isNull(sessions.revokedAt),\n        gt(sessions.expiresAt, now),',
    to: 'gt(sessions.expiresAt, now),',
  },
  {
    guard: 'an idle session is dead',
    ...SESSIONS,
    from: 'gt(sessions.lastSeenAt, seenAfter),',
    to: '',
  },
  {
    guard: 'an old session is dead',
    ...SESSIONS,
    from: 'gt(sessions.expiresAt, now),',
    to: '',
  },
  {
    guard: 'a stolen cookie is worth nothing elsewhere',
    ...SESSIONS,
    file: 'lib/identity/sessions.ts',
    from: "if (!live || !sameText(live.session.userAgentHash ?? '', hashOf(call.userAgent))) return undefined",
    to: 'if (!live) return undefined',
  },
  {
    guard: 'nobody takes up what they do not hold',
    ...SESSIONS,
    file: 'lib/identity/capacities.ts',
    from: 'choices.find((choice) => choice.option.key === key)',
    to: 'choices.find((choice) => choice.option.key === key) ?? choices[0]',
  },
  {
    guard: 'a password proves no citizen',
    ...SESSIONS,
    file: 'lib/identity/capacities.ts',
    from: "if (person.signIn !== 'eid') return officer",
    to: '',
  },
  {
    guard: 'no way out to another site',
    file: 'app/_server/safe-path.ts',
    tests: ['unit/app/safe-path'],
    from: "if (origin !== ORIGIN || pathname.startsWith('//') || pathname.startsWith('/api/'))",
    to: "if (pathname.startsWith('/api/') || origin === '')",
  },
]
