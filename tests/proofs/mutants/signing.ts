import type { Mutant } from './mutant'

const VERIFY = { file: 'lib/signing/verify-pdf.ts', tests: ['unit/signing/verify-pdf'] }
const DIFF = { file: 'lib/signing/revision-diff.ts', tests: ['unit/signing/verify-pdf'] }
const CHECK = { file: 'lib/signing/signature-check.ts', tests: ['unit/signing/verify-pdf'] }
const TRUST = { tests: ['unit/signing/signer-trust'] }

/** What makes a signed document genuine, and the settings that all trust hangs on. */
export const SIGNING_MUTANTS: Mutant[] = [
  {
    guard: 'the white list of later revisions',
    ...VERIFY,
    from: 'return later.flatMap((index) => findForbiddenChanges(file, index, allowedFills))',
    to: 'return later.flatMap((index) => findForbiddenChanges(file, index, allowedFills).slice(9))',
  },
  {
    guard: 'a certified slip takes no revision',
    ...VERIFY,
    tests: ['unit/signing/misused-keys'],
    from: "if (level === 1) return later.length === 0 ? [] : ['revision-not-allowed']",
    to: 'if (level === 1) return []',
  },
  {
    guard: 'only number and date may be filled',
    ...DIFF,
    from: "field.type === 'Tx' && step.allowedFills.includes(field.name)",
    to: "field.type === 'Tx'",
  },
  {
    guard: 'objects are not exchanged',
    ...DIFF,
    from: 'if (!field) return kindOfObject(step.before, number)',
    to: 'if (!field) return null',
  },
  {
    guard: 'objects are not added',
    ...DIFF,
    from: "if (hasUnexplained(step)) problems.add('object-added')",
    to: '',
  },
  {
    guard: 'a revision comes with its signature',
    ...DIFF,
    from: "if (newSignatures(step) !== 1) problems.add('revision-unsigned')",
    to: '',
  },
  {
    guard: 'not one byte is changed',
    ...CHECK,
    file: 'lib/signing/cms/check.ts',
    from: "problems.push('content-changed')",
    to: '',
  },
  {
    guard: 'the byte range covers the document',
    ...CHECK,
    from: "if (!isRangeRight(found, end)) problems.push('byte-range-wrong')",
    to: '',
  },
  {
    guard: 'the signer is of our roots',
    ...CHECK,
    tests: ['unit/signing/verify-pdf', 'unit/signing/signer-trust'],
    from: 'if (chainProblem) problems.add(chainProblem)',
    to: '',
  },
  {
    guard: 'the certificate speaks for the role',
    ...CHECK,
    from: "if (!role || role !== roleOfField(field.name)) problems.add('role-mismatch')",
    to: '',
    tests: ['unit/signing/misused-keys'],
  },
  {
    guard: 'all required signatures are there',
    ...VERIFY,
    from: "...(complete ? [] : (['required-signature-missing'] as const)),",
    to: '',
  },
  {
    guard: 'leader and seal are of one agency',
    ...VERIFY,
    from: "...(agencies.size <= 1 ? [] : (['agency-mismatch'] as const)),",
    to: '',
  },
  {
    guard: 'the signature value itself',
    ...TRUST,
    file: 'lib/signing/cms/check.ts',
    from: "if (!isSigned(cms)) problems.push('signature-wrong')",
    to: '',
  },
  {
    guard: 'the signature names its certificate',
    ...TRUST,
    file: 'lib/signing/cms/check.ts',
    from: "if (!namesItsCertificate(cms)) problems.push('signing-certificate-wrong')",
    to: '',
  },
  {
    guard: 'a time stamp is about this signature',
    ...TRUST,
    file: 'lib/signing/cms/timestamp-token.ts',
    from: 'const about = sameBytes(info.imprint, hash(info.digest, [signature]))',
    to: 'const about = info.imprint.length > 0 && signature.length > 0',
  },
  {
    guard: 'a time stamp is of our roots',
    ...TRUST,
    file: 'lib/signing/cms/timestamp-token.ts',
    from: "if (chain !== null || !stampsTimeOnly(leaf)) problems.push('timestamp-untrusted')",
    to: '',
  },
  {
    guard: 'a certificate was valid when it signed',
    ...TRUST,
    file: 'lib/signing/cms/chain.ts',
    from: "if (path.some(({ x509 }) => x509.validToDate < at)) return 'certificate-expired'",
    to: '',
  },
  {
    guard: 'only authorities issue certificates', // by four rules, each of which is enough
    ...TRUST,
    file: 'lib/signing/cms/chain.ts',
    from: 'if (!issuer.x509.ca || !subject.x509.checkIssued(issuer.x509)) return false\n  if (!mayUseKey(issuer, [SIGN_CERTIFICATES]) || below - 1 > allowedBelow(issuer)) return false',
    to: 'if (below > 9 && mayUseKey(issuer, [SIGN_CERTIFICATES]) && allowedBelow(issuer)) return false',
    only: 'when a person issued',
  },
  {
    guard: 'a chain is no longer than its authorities allow',
    ...TRUST,
    file: 'lib/signing/cms/chain.ts',
    from: ' || below - 1 > allowedBelow(issuer)',
    to: ' || allowedBelow(issuer) < -1',
    only: 'when it is longer',
  },
  {
    guard: 'the register knows what was issued',
    file: 'lib/verification/verify-document.ts',
    tests: ['unit/verification/verify-document'],
    from: "return { ...report, verdict: 'altered', reasons: ['not-in-register'], sha256, registered }",
    to: 'return { ...report, sha256, registered }',
  },
  {
    guard: 'the roots of the demo count for nothing',
    file: 'lib/signing/trust.ts',
    tests: ['unit/signing/demo-roots'],
    from: "roots.filter((root) => demo || !subjectLine(root).includes('(DEMO)'))",
    to: "roots.filter((root) => demo || subjectLine(root) !== '')",
  },
  {
    guard: 'demo signatures never count in public',
    file: 'lib/server/env.ts',
    tests: ['unit/server/env'],
    from: 'data.TRUST_DEMO &&\n',
    to: 'data.TRUST_DEMO && production && false &&\n',
  },
  {
    guard: 'no start with the unrepaired driver',
    file: 'lib/server/start-checks.ts',
    tests: ['unit/server/start-checks'],
    from: '...driverProblems(facts.root),',
    to: '',
  },
  {
    guard: 'no personal data in the log',
    file: 'lib/server/log.ts',
    tests: ['unit/server/log'],
    from: "'nationalId',",
    to: '',
  },
  {
    guard: 'no parameters of statements in the log',
    file: 'lib/server/log.ts',
    tests: ['unit/server/log'],
    from: "return text.replace(/\\nparams:[\\s\\S]*?(?=\\n\\s+at |$)/g, '\\nparams: [removed]')",
    to: 'return text',
  },
]
