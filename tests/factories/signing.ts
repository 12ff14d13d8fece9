import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accept, type Result } from '@/lib/shared/result'
import { type SigningRefusal, signPdf } from '@/lib/signing/sign-pdf'
import type { FieldFill, SignatureOptions } from '@/lib/signing/signature-options'
import type { Signer } from '@/lib/signing/signer'
import { fileSigner } from '@/lib/signing/signers/file-signer'
import type { Timestamper } from '@/lib/signing/timestamper'
import { readTrust, type Trust } from '@/lib/signing/trust'
import { type Authority, makeDemoKeys } from '@/tests/sandbox/certificate-authority/demo-keys'
import { answerTimestampToken } from '@/tests/sandbox/certificate-authority/timestamp-service'
import { preparedLicence } from './prepared-pdf'

/** The moment at which tests sign. */
export const SIGNED_AT = new Date('2026-11-18T03:30:00Z')

/** A public key infrastructure of its own in a new folder, with a time-stamp authority at hand. */
export type TestAuthority = {
  authority: Authority
  keysDir: string
  rootFile: string
  trust: Trust
  timestamper: Timestamper
  leader: Signer
  seal: Signer
  desk: Signer
  remove(): void
}

export async function testAuthority(): Promise<TestAuthority> {
  const keysDir = mkdtempSync(join(tmpdir(), 'signing-'))
  const authority = await makeDemoKeys(keysDir)
  const rootFile = join(keysDir, 'root.crt.pem')
  return {
    authority,
    keysDir,
    rootFile,
    trust: readTrust(readFileSync(rootFile, 'utf8'), { demo: true }),
    timestamper: timestamperAt(authority, SIGNED_AT),
    leader: fileSigner(keysDir, 'leader-syt-01', 'leader'),
    seal: fileSigner(keysDir, 'seal-syt-01', 'seal'),
    desk: fileSigner(keysDir, 'desk-syt-01', 'desk'),
    remove: () => rmSync(keysDir, { recursive: true }),
  }
}

/** A time-stamp authority without a network, whose clock stands. */
export function timestamperAt(authority: Authority, at: Date): Timestamper {
  return async (value) => accept(answerTimestampToken(authority, value, at))
}

/** Number and date as the maker of the licence hands them over. */
export const FILLS: readonly FieldFill[] = [
  fill('document-number', '00123/HNO-GPHĐ'),
  fill('issue-day', '18'),
  fill('issue-month', '11'),
  fill('issue-year', '2026'),
]

export function fill(name: string, value: string): FieldFill {
  const shown = value.replace(/[^\x20-\x7e]/g, '?')
  return { name, value, contentStream: `/Tx BMC q BT /Helv 12 Tf 2 4 Td (${shown}) Tj ET Q EMC` }
}

/** The leader's act: the first signature, which certifies. */
export function signAsLeader(
  by: TestAuthority,
  pdf: Uint8Array,
  overrides: Partial<SignatureOptions> = {},
): Promise<Result<Uint8Array, SigningRefusal>> {
  const options = { at: SIGNED_AT, certification: 2, ...overrides } as const
  return signPdf(pdf, options, { signer: by.leader, timestamper: by.timestamper })
}

/** The clerk's act: number and date, and the seal of the agency. */
export function signAsSeal(
  by: TestAuthority,
  pdf: Uint8Array,
  overrides: Partial<SignatureOptions> = {},
): Promise<Result<Uint8Array, SigningRefusal>> {
  const options = { at: SIGNED_AT, fills: FILLS, ...overrides }
  return signPdf(pdf, options, { signer: by.seal, timestamper: by.timestamper })
}

/** A licence as it is after the leader, and after the seal. */
export async function issuedLicence(by: TestAuthority) {
  const certified = given(await signAsLeader(by, await preparedLicence()))
  return { certified, issued: given(await signAsSeal(by, certified)) }
}

/** The value of a result that must be one. */
export function given<Value, Refusal>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
