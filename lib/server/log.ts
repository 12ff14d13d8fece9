import { type LogFn, type Logger, pino } from 'pino'
import { logLevel } from '@/lib/server/env'

// Names under which personal data or secrets travel; a value under one of them is never written.
const PRIVATE = [
  'address',
  'answers',
  'authorization',
  'body',
  'cookie',
  'dateOfBirth',
  'email',
  'from',
  'fullName',
  'idNumber',
  'ip',
  'name',
  'nationalId',
  'oneTimeCode',
  'params',
  'password',
  'phone',
  'secret',
  'set-cookie',
  'subject',
  'text',
  'to',
  'token',
]

/** How a line of the log is made; apart from the log itself, so that a test can read what it writes. */
export const logOptions = {
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label: string) => ({ level: label }) },
  serializers: { err: describeError, error: describeError },
  hooks: { logMethod: nameError },
  redact: {
    paths: PRIVATE.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]),
    censor: '[removed]',
  },
}

/**
 * The log: one JSON object a line on standard output. Say what happened and to which id; the names
 * of people, their numbers and their answers have no place in it, and known fields are struck out.
 */
export const log: Logger = pino({ ...logOptions, level: logLevel() })

/** The log of one request: each line carries the request id that `proxy.ts` gave and the client was told. */
export function requestLog(headers: Pick<Headers, 'get'>): Logger {
  return log.child({ requestId: headers.get('x-request-id') ?? 'none' })
}

/** An error without what a driver adds to it: query parameters and row details hold people's data. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: typeof error }
  const errorCode = 'code' in error ? String(error.code) : undefined
  return {
    type: error.name,
    errorCode,
    message: withoutParameters(error.message),
    stack: withoutParameters(error.stack ?? ''),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  }
}

/** Of an error logged without words pino would write the raw message: it gets the cleaned one. */
function nameError(this: Logger, words: Parameters<LogFn>, write: LogFn): void {
  const [first] = words
  const error = first instanceof Error ? first : errorWithin(first)
  if (words.length > 1 || !error) write.apply(this, words)
  else write.apply(this, [{ err: error }, withoutParameters(error.message)])
}

function errorWithin(fields: unknown): Error | undefined {
  if (typeof fields !== 'object' || fields === null || !('err' in fields)) return undefined
  return fields.err instanceof Error ? fields.err : undefined
}

/** drizzle prints the parameters after its query, up to the first stack line. */
function withoutParameters(text: string): string {
  return text.replace(/\nparams:[\s\S]*?(?=\n\s+at |$)/g, '\nparams: [removed]')
}
