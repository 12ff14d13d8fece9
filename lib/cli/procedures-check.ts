import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type CheckedDefinition, checkDefinitions } from '@/lib/administration/check-definitions'

// npm run procedures:check [FILE…] [-- --json]: what is wrong with definitions of procedures, and which
// of their facts nobody has confirmed. Without files: those that come with the product. Ends with 0 when
// there is no error, 1 when a definition is refused, 2 when the command is not understood.
const USAGE = 'Cách dùng: npm run procedures:check [TỆP.json…] [-- --json]'
const SHIPPED = 'lib/procedures/definitions'

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  const command = readCommand(args)
  if (!command) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const files = command.files.length > 0 ? command.files : await shippedFiles()
  const checked = await checkDefinitions(files)
  process.stdout.write(command.json ? jsonOf(checked) : wordsOf(checked))
  return checked.some(({ errors }) => errors.length > 0) ? 1 : 0
}

function readCommand(args: string[]): { files: string[]; json: boolean } | null {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    return { files: positionals, json: values.json }
  } catch {
    return null
  }
}

async function shippedFiles(): Promise<string[]> {
  const names = (await readdir(SHIPPED)).filter((name) => name.endsWith('.json')).sort()
  return names.map((name) => path.join(SHIPPED, name))
}

function jsonOf(checked: CheckedDefinition[]): string {
  return `${JSON.stringify(checked, null, 2)}\n`
}

function wordsOf(checked: CheckedDefinition[]): string {
  const lines = checked.flatMap(({ file, errors, unverified }) => [
    `${file}: ${errors.length} lỗi, ${unverified.length} thông tin chưa được xác nhận`,
    ...errors.map(({ place, rule, reason }) => `  LỖI ${place}: ${reason} [${rule}]`),
    ...unverified.map(({ place, mark }) => `  chưa xác nhận ${place} (${mark})`),
  ])
  const errors = checked.reduce((sum, one) => sum + one.errors.length, 0)
  const unverified = checked.reduce((sum, one) => sum + one.unverified.length, 0)
  const total = `${checked.length} thủ tục: ${errors} lỗi, ${unverified} thông tin chưa được xác nhận`
  return `${[...lines, total].join('\n')}\n`
}
