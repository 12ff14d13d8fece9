import { parseArgs } from 'node:util'
import { breakInWords } from './ledger-words'

// npm run -s verify-ledger -- [--json]: walks the record of every dossier and every signed head in the
// database of DATABASE_URL, and writes each one's first broken place. Ends with 0 when all is whole,
// 1 when something is broken, 2 without an answer.
const USAGE = `Cách dùng: npm run -s verify-ledger -- [--json]
  Cần DATABASE_URL, TRUST_ROOTS (và TRUST_DEMO=on với chứng thư trình diễn) như máy chủ.
`

const json = readFlags()
process.exitCode = json === null ? explain(USAGE) : await run(json)

function readFlags(): boolean | null {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json
  } catch {
    return null
  }
}

async function run(asJson: boolean): Promise<number> {
  const { closeDatabase } = await import('@/db/client')
  try {
    const { auditLedger } = await import('@/lib/administration/audit-ledger')
    const { configuredTrust } = await import('@/lib/signing/configured-trust')
    const write = (line: string) => process.stdout.write(`${line}\n`)
    const totals = await auditLedger({
      trust: await configuredTrust(),
      at: new Date(),
      tell: (broken) => write(asJson ? JSON.stringify(broken) : breakInWords(broken)),
    })
    const { dossiers, events, heads, broken } = totals
    const verdict = broken === 0 ? 'TOÀN VẸN' : `${broken} CHỖ ĐỨT`
    write(
      asJson
        ? JSON.stringify(totals)
        : `${verdict}: ${dossiers} hồ sơ, ${events} sự kiện, ${heads} mốc ký số`,
    )
    return broken === 0 ? 0 : 1
  } catch (error) {
    return explain(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  } finally {
    await closeDatabase()
  }
}

function explain(text: string): number {
  process.stderr.write(text)
  return 2
}
