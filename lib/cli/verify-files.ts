import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Trust } from '@/lib/signing/trust'
import {
  type DocumentReport,
  type FindRegistered,
  verifyDocument,
} from '@/lib/verification/verify-document'
import { REASONS, ROLES, VERDICTS } from './verify-words'

export const USAGE = `Cách dùng: npm run -s verify -- [--json] [--offline] [--trust TỆP.pem] TỆP.pdf …
  --json     một dòng JSON cho mỗi tệp
  --offline  chỉ kiểm tra chữ ký, không hỏi sổ đăng ký
  --trust    các chứng thư gốc được tin cậy; nếu không có thì theo TRUST_ROOTS
`

export type VerifyCommand = { files: string[]; json: boolean; offline: boolean; trust?: string }

/** Reads the command line; null when it cannot be understood. */
export function readCommand(args: string[]): VerifyCommand | null {
  try {
    const flag = { type: 'boolean', default: false } as const
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: flag, offline: flag, trust: { type: 'string' } },
    })
    const { json, offline, trust } = values
    return { files: positionals, json, offline, ...(trust ? { trust } : {}) }
  } catch {
    return null
  }
}

export type VerifySurroundings = {
  trust: Trust
  at: Date
  /** Without it the register is not asked. */
  findRegistered?: FindRegistered
  write(line: string): void
}

/** Judges each file and writes the outcomes; true when all of them are valid. */
export async function verifyFiles(
  { files, json }: Pick<VerifyCommand, 'files' | 'json'>,
  { write, ...question }: VerifySurroundings,
): Promise<boolean> {
  let allValid = true
  for (const file of files) {
    const bytes = await readFile(file).catch(() => null)
    const report = await verifyDocument(bytes ?? new Uint8Array(), question)
    allValid &&= report.verdict === 'valid'
    write(json ? asJson(file, report) : asText(file, report))
  }
  return allValid
}

function asJson(file: string, { verdict, reasons, signatures }: DocumentReport): string {
  const shown = signatures.map(({ role, subject, level, signedAt }) => ({
    role,
    subject,
    level,
    signedAt: signedAt?.toISOString() ?? null,
  }))
  return JSON.stringify({ file, verdict, reasons, signatures: shown })
}

function asText(
  file: string,
  { verdict, reasons, signatures, registered }: DocumentReport,
): string {
  return [
    file,
    `  ${VERDICTS[verdict]}`,
    ...reasons.map((reason) => `  - ${REASONS[reason]} (${reason})`),
    ...signatures.map(({ role, subject, level, signedAt }) => {
      const when = signedAt ? `, ${vietnamTime(signedAt)}` : ''
      return `  ${role ? ROLES[role] : 'Chữ ký khác'}: ${subject} (${level}${when})`
    }),
    ...(registered?.number ? [`  Số: ${registered.number}, ngày cấp ${registered.issuedOn}`] : []),
  ].join('\n')
}

/** The time in Viet Nam, which is seven hours ahead all year round. */
function vietnamTime(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 19)} (GMT+7)`
}
