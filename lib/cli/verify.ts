import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { readTrust } from '@/lib/signing/trust'
import { readCommand, USAGE, type VerifyCommand, verifyFiles } from './verify-files'

// npm run -s verify -- [--json] [--offline] FILE…: judges PDF files by their signatures and, unless
// --offline is given, by the register. Ends with 0 when all are valid, 1 when not, 2 without an answer.
const DEMO_ROOTS = '.data/keys/trust-roots.pem'

const command = readCommand(process.argv.slice(2))
process.exitCode = command && command.files.length > 0 ? await run(command) : explain(USAGE)

async function run({ trust: file, ...command }: VerifyCommand): Promise<number> {
  const { TRUST_ROOTS, TRUST_DEMO } = process.env
  const roots = file ?? TRUST_ROOTS ?? DEMO_ROOTS
  // Whoever names a file, or takes the demo's own, means it; the setting needs its second half.
  const demo = roots !== TRUST_ROOTS || TRUST_DEMO === 'on'
  if (!existsSync(roots)) return explain(`Không có tệp chứng thư gốc ${roots}\n${USAGE}`)
  const register = command.offline ? undefined : await openRegister()
  if (register === null) {
    return explain(
      'Chưa có DATABASE_URL để hỏi sổ đăng ký; dùng --offline để chỉ kiểm tra chữ ký\n',
    )
  }
  const surroundings = {
    trust: readTrust(await readFile(roots, 'utf8'), { demo }),
    at: new Date(),
    write: (line: string) => process.stdout.write(`${line}\n`),
  }
  try {
    const asked = register ? { findRegistered: register.findRegistered } : {}
    return (await verifyFiles(command, { ...surroundings, ...asked })) ? 0 : 1
  } finally {
    await register?.close()
  }
}

/** The register behind DATABASE_URL; loaded only when asked, since it connects. */
async function openRegister() {
  if (!process.env['DATABASE_URL']) return null
  const { findRegistered } = await import('@/lib/verification/find-registered')
  const { closeDatabase } = await import('@/db/client')
  return { findRegistered, close: closeDatabase }
}

function explain(text: string): number {
  process.stderr.write(text)
  return 2
}
