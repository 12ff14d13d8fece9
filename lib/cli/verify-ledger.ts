import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readKeptHeads } from '@/lib/ledger/record-file'
import { breakInWords } from './ledger-words'

// npm run -s verify-ledger -- [--json] [--kept FILE]…: walks the record of every dossier and every signed
// head in the database of DATABASE_URL, and writes each one's first broken place. Ends with 0 when all
// is whole, 1 when something is broken, 2 without an answer.
const USAGE = `Cách dùng: npm run -s verify-ledger -- [--json] [--kept TỆP.json]…
  --json  một dòng JSON cho mỗi chỗ đứt
  --kept  bản ghi hồ sơ đã tải về trước đây: các mốc ký trong đó phải còn nguyên
  Cần DATABASE_URL, TRUST_ROOTS (và TRUST_DEMO=on với chứng thư trình diễn) như máy chủ.
`

const command = readCommand()
process.exitCode = command ? await run(command) : explain(USAGE)

type Command = { json: boolean; kept: string[] }

function readCommand(): Command | null {
  try {
    const json = { type: 'boolean', default: false } as const
    const kept = { type: 'string', multiple: true, default: [] as string[] } as const
    return parseArgs({ options: { json, kept } }).values
  } catch {
    return null
  }
}

async function run({ json, kept }: Command): Promise<number> {
  const { closeDatabase } = await import('@/db/client')
  try {
    const { auditLedger } = await import('@/lib/administration/audit-ledger')
    const { configuredTrust } = await import('@/lib/signing/configured-trust')
    const write = (line: string) => process.stdout.write(`${line}\n`)
    const totals = await auditLedger({
      trust: await configuredTrust(),
      kept: new Map((await Promise.all(kept.map(headsIn))).flat()),
      at: new Date(),
      tell: (broken) => write(json ? JSON.stringify(broken) : breakInWords(broken)),
    })
    const { dossiers, events, heads, broken } = totals
    const verdict = broken === 0 ? 'TOÀN VẸN' : `${broken} CHỖ ĐỨT`
    write(
      json
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

async function headsIn(file: string) {
  return readKeptHeads(await readFile(file, 'utf8'))
}

function explain(text: string): number {
  process.stderr.write(text)
  return 2
}
