import type { Mutant } from './mutant'

const VERIFIER = { file: 'docs/verify-record.mjs', tests: ['unit/ledger/verify-record'] }
const SIGNATURE = { file: 'docs/verify-record.mjs', tests: ['unit/ledger/head-signature'] }
const DETACHED = { file: 'lib/signing/verify-detached.ts', tests: ['unit/ledger/head-signature'] }
const CHAIN = { file: 'lib/ledger/audit-chain.ts', tests: ['unit/ledger/audit-chain'] }
const HEADS = {
  file: 'lib/administration/audit-ledger.ts',
  tests: ['integration/casework/record-heads'],
  only: 'the heads themselves',
}
const SEALING = {
  file: 'lib/administration/seal-chain-heads.ts',
  tests: ['integration/casework/record-heads'],
  only: 'the daily head',
}

/** The record outside of the house: the stranger's verifier, the signed heads, the auditor. */
export const RECORD_MUTANTS: Mutant[] = [
  { guard: 'record: order of events', ...VERIFIER, from: 'facts.seq !== number', to: 'false' },
  {
    guard: 'record: the hash before',
    ...VERIFIER,
    from: 'previousHash !== previous)',
    to: 'false)',
  },
  {
    guard: 'record: content gives its hash',
    ...VERIFIER,
    from: 'hash !== sha256(`${previousHash}\\n${canonical}`)',
    to: 'false',
  },
  {
    guard: 'record: what is shown is what was hashed',
    ...VERIFIER,
    from: 'canonical !== canonicalJson(facts)',
    to: 'false',
  },
  {
    guard: 'record: of this dossier',
    ...VERIFIER,
    from: 'facts.dossierId !== dossier.id',
    to: 'false',
  },
  { guard: 'record: the end', ...VERIFIER, from: 'events.length < lastSeq', to: 'false' },
  {
    guard: 'record: the hash of the end',
    ...VERIFIER,
    from: 'last.hash !== lastHash',
    to: 'false',
  },
  {
    guard: 'record: heads without a gap',
    ...VERIFIER,
    from: 'facts.number !== before.facts.number + 1',
    to: 'false',
  },
  {
    guard: 'record: heads chained',
    ...VERIFIER,
    from: 'facts.previous !== sha256(before.payload)',
    to: 'false',
  },
  {
    guard: 'record: the newest head is signed',
    ...VERIFIER,
    from: '|| index === heads.length - 1)',
    to: ')',
  },
  { guard: 'record: the proof', ...VERIFIER, from: '!== facts.root', to: '=== null' },
  { guard: 'record: not rewritten', ...VERIFIER, from: 'event.hash !== hash', to: 'false' },
  {
    guard: 'record: the payload is what was signed',
    ...SIGNATURE,
    from: 'checkCms(cms, Buffer.from(payload))',
    to: '',
  },
  {
    guard: 'record: the signature value',
    ...SIGNATURE,
    from: '!verify(algorithm, signedAttributes, signer.publicKey, signature)',
    to: 'false',
  },
  {
    guard: 'record: only the key of the record',
    ...SIGNATURE,
    from: "!cms.signer.subject.split('\\n').includes(SIGNING_UNIT)",
    to: 'false',
  },
  {
    guard: 'record: what was stamped',
    ...SIGNATURE,
    from: '!createHash(algorithm).update(cms.signature).digest().equals(imprint)',
    to: 'false',
  },
  {
    guard: 'record: stamped that day',
    ...SIGNATURE,
    from: '!(Math.abs(time.getTime() - Date.parse(facts.at)) < DAY)',
    to: 'false',
  },
  {
    guard: 'record: the given roots',
    ...SIGNATURE,
    from: 'if (roots) for',
    to: 'if (roots === undefined) for',
  },
  {
    guard: 'record: our own check of the unit',
    ...DETACHED,
    from: "problems.push('unit-mismatch')",
    to: 'void unit',
  },
  {
    guard: 'record: our own check of the day',
    ...DETACHED,
    from: "problems.push('timestamp-of-another-day')",
    to: 'void at',
  },
  {
    guard: 'record: nothing behind a signature',
    ...DETACHED,
    from: 'cms?.length !== signature.length',
    to: '!cms',
  },
  { guard: 'record: the auditor on heads', ...CHAIN, from: 'if (rebuilt) return rebuilt', to: '' },
  {
    guard: 'record: the auditor on the register',
    ...CHAIN,
    from: "if (!end) return { seq: count, reason: 'unregistered' }",
    to: 'if (!end) return undefined',
  },
  {
    guard: 'record: a head’s tree',
    ...HEADS,
    from: 'leaves.length !== head.chains || rootOf(leaves) !== head.root',
    to: 'leaves.length !== head.chains',
  },
  {
    guard: 'record: a head’s columns',
    ...HEADS,
    from: 'payloadOf(head) !== head.payload',
    to: 'head.payload === null',
  },
  {
    guard: 'record: heads without a gap in the database',
    ...HEADS,
    from: 'head.number !== (before?.number ?? 0) + 1',
    to: 'head.number < 0',
  },
  {
    guard: 'record: the age of the newest head',
    ...HEADS,
    from: 'before && audit.at.getTime() - before.at.getTime() > FRESH_MS',
    to: 'before && audit.at.getTime() < 0',
  },
  {
    guard: 'record: heads kept outside',
    ...HEADS,
    from: '(kept?.get(head.number) ?? head.payload) !== head.payload',
    to: 'kept === null',
  },
  {
    guard: 'record: a head every day',
    ...SEALING,
    from: 'newest.day < today',
    to: 'false',
  },
  {
    guard: 'record: the rest after a full head',
    ...SEALING,
    from: 'return waiting > 0 && newest.chains >= mostChains',
    to: 'return false',
  },
  {
    guard: 'record: two workers, one head',
    ...SEALING,
    file: 'db/queries/chain-heads.ts',
    from: 'if (made.length === 0) return false',
    to: '',
  },
  {
    guard: 'record: for whom the dossier is there',
    file: 'lib/dossiers/export-record.ts',
    tests: ['integration/casework/record-download'],
    from: 'if (!file.ok) return file',
    to: "if (!file.ok) throw new Error('not-found')",
  },
]
