import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import type { WorkingCalendar } from '@/lib/deadlines/working-calendar'
import { answerQuestions, parseCalendarFile, parseQuestionList } from './due-questions'

// npm run -s due -- FILE.json [--calendar FILE]: the due dates of a list of questions, as JSON on the
// standard output. Ends with 0 even when single questions are refused, 2 when a file cannot be used.
const USAGE = 'Cách dùng: npm run -s due -- TỆP.json [--calendar TỆP.json]'

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  const command = readCommand(args)
  if (!command) return explain(USAGE)
  const calendar = await readCalendar(command.calendar)
  if (!calendar.ok) return explain(calendar.reason)
  const questions = parseQuestionList(await readText(command.file))
  if (!questions.ok) return explain(`${command.file}: ${questions.reason}`)
  const answers = answerQuestions(calendar.value, questions.value)
  process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`)
  return 0
}

function readCommand(args: string[]): { file: string; calendar?: string } | null {
  try {
    const options = { calendar: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return null
    return { file, ...(values.calendar !== undefined && { calendar: values.calendar }) }
  } catch {
    return null
  }
}

type ReadCalendar = { ok: true; value: WorkingCalendar } | { ok: false; reason: string }

async function readCalendar(file: string | undefined): Promise<ReadCalendar> {
  if (file === undefined) return { ok: true, value: DEFAULT_CALENDAR }
  const read = parseCalendarFile(await readText(file))
  return read.ok ? read : { ok: false, reason: `${file}: ${read.reason}` }
}

async function readText(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null)
}

function explain(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}
