import type { Mutant } from './mutant'

const STORE = { tests: ['integration/reuse/store'] }
const TAKE = { ...STORE, file: 'lib/drafts/take-into-slot.ts', only: 'byte for byte, once' }
const DIGITISE = {
  ...STORE,
  file: 'lib/dossiers/digitise-paper.ts',
  only: 'recorded by the officer',
}
const TURN = { tests: ['integration/files/turn-page'], file: 'lib/drafts/turn-paper-page.ts' }
const NOTICES = { tests: ['integration/notifications/preferences'] }

/** What is on file and serves again, what registers say, and what people want to be told. */
export const REUSE_MUTANTS: Mutant[] = [
  {
    guard: 'what is on file is on file for its owner alone',
    ...STORE,
    file: 'db/queries/own-dossiers.ts',
    from: 'and(eq(dossiers.submitterPersonId, personId), isNull(dossiers.organisationId))',
    to: 'and(personId ? undefined : isNull(dossiers.id), isNull(dossiers.organisationId))',
    only: "nobody else's",
  },
  {
    guard: 'a paper that has ended serves no more',
    ...STORE,
    file: 'lib/reuse/store.ts',
    from: "validTo !== null && validTo < today ? 'ended'",
    to: "validTo !== null && today === '' ? 'ended'",
    only: 'ends on its day',
  },
  {
    guard: 'a dossier begins from a result that its procedure is about',
    ...STORE,
    file: 'lib/reuse/earlier.ts',
    from: "return concerns.includes(kind) && status !== 'revoked'",
    to: "return concerns.length >= 0 && kind !== '' && status !== 'revoked'",
    only: 'offers to begin from',
  },
  {
    guard: 'a paper taken twice is there once',
    ...TAKE,
    from: 'id === file.id || sha256 === file.sha256',
    to: 'id === file.id && sha256 === file.sha256',
  },
  {
    guard: 'a draft that takes a result has bytes of its own',
    ...TAKE,
    from: 'await writeOnce(storageKey, await readFileBytes(issued.storageKey))',
    to: '',
  },
  {
    guard: 'a paper whose bytes are lost takes no draft away',
    ...STORE,
    file: 'lib/drafts/take-into-slot.ts',
    from: "return refuse({ code: 'not-copied' })",
    to: 'throw error',
    only: 'whose bytes are lost',
  },
  {
    guard: 'validity does not end before it begins',
    ...DIGITISE,
    from: 'if (endsBeforeIssue(record))',
    to: 'if (endsBeforeIssue(record) && !record)',
  },
  {
    guard: 'an officer records papers of this dossier',
    ...DIGITISE,
    from: "paper.paperId === paperId && paper.source === 'upload'",
    to: "paperId !== '' && paper.source === 'upload'",
  },
  {
    guard: 'a signed file is not turned',
    ...TURN,
    from: "kind === 'pdf' && isSignedPdf(bytes)",
    to: "kind === 'png' && isSignedPdf(bytes)",
    only: 'digital signature',
  },
  {
    guard: 'a turned file keeps its place',
    ...TURN,
    from: 'fileId: copy.id, position })',
    to: 'fileId: copy.id, position: position + 9 })',
    only: 'keeps the order',
  },
  {
    guard: 'nobody finds out a birth date by trying',
    tests: ['unit/exchange/guessing-guard'],
    file: 'lib/exchange/guessing-guard.ts',
    from: 'differed.size >= MOST && !differed.has(asked)',
    to: 'differed.size > 10 * MOST',
    only: 'tries out birth dates',
  },
  {
    guard: 'a register says otherwise only about what still stands there',
    tests: ['integration/drafts/register-differences'],
    file: 'lib/dossiers/case-doubts.ts',
    from: 'valueAt(answers, path) === valueAt(then, path)',
    to: 'valueAt(then, path) === valueAt(then, path)',
    only: 'until they put it right',
  },
  {
    guard: 'a link below a letter speaks for one person and one group',
    ...NOTICES,
    file: 'lib/notifications/unsubscribe-token.ts',
    from: 'sameText(',
    to: 'Boolean(',
    only: 'works for nobody else',
  },
  {
    guard: 'a code for an address ends, by time and by tries',
    ...NOTICES,
    file: 'lib/notifications/notice-address.ts',
    from: 'if (dead) return refuse({ code: dead })',
    to: '',
    only: 'no wrong code',
  },
]
