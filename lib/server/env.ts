import { z } from 'zod'

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on')
const secret = z.string().min(32, 'needs at least 32 characters')
const registerKey = z.string().min(16, 'needs at least 16 characters')
const keyRing = z
  .string()
  .refine(isKeyRing, 'needs 32 bytes in base64 (several keys: newest first, a comma between)')
const databaseUrl = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/[^/]+\/\w+/,
    'needs the form postgres://user:password@host:port/database',
  )
const origin = z
  .string()
  .refine(
    isOrigin,
    'needs an origin such as https://dichvucong.example.vn, without a path; write localhost, not 127.0.0.1',
  )

const settings = z.object({
  APP_MODE: z.enum(['production', 'demo', 'test']),
  PUBLIC_ORIGIN: origin,
  DATABASE_URL: databaseUrl,
  MIGRATION_DATABASE_URL: databaseUrl,
  AUTH_SECRET: secret,
  SEALING_KEY: keyRing,
  LOOKUP_KEY: keyRing,
  DATA_DIR: z.string().min(1),
  EID_ISSUER: z.url(),
  EID_CLIENT_ID: z.string().min(1),
  EID_CLIENT_SECRET: z.string().min(16, 'needs at least 16 characters'),
  OFFICER_PASSWORD_SIGN_IN: onOff.default(false),
  PAYMENT_URL: z.url(),
  PAYMENT_QUERY_URL: z.url(),
  PAYMENT_TMN_CODE: z.string().min(1),
  PAYMENT_HASH_SECRET: secret,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3),
  SMS_URL: z.url().optional(),
  ENTERPRISE_REGISTER_URL: z.url({ protocol: /^https?$/ }).optional(),
  ENTERPRISE_REGISTER_KEY: registerKey.optional(),
  POPULATION_REGISTER_URL: z.url({ protocol: /^https?$/ }).optional(),
  POPULATION_REGISTER_KEY: registerKey.optional(),
  SIGNING_KEYS_DIR: z.string().min(1),
  TSA_URL: z.url(),
  TRUST_ROOTS: z.string().min(1),
  TRUST_DEMO: onOff.default(false),
  // Decree 118/2025 Art. 28: id of the authority, day of acceptance, serial number of the day.
  DOSSIER_CODE_PATTERN: z
    .string()
    .regex(/\{agency\}.*\{yymmdd\}.*\{serial:\d\}/, 'needs {agency}, {yymmdd} and {serial:DIGITS}')
    .default('{agency}-{yymmdd}-{serial:4}'),
  CLOCK_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

// Checked against each other as soon as these are well-formed, whatever else is wrong.
const standing = settings.pick({ APP_MODE: true, PUBLIC_ORIGIN: true, TRUST_DEMO: true })

/** The settings of the product, checked. */
export type Settings = z.output<typeof settings>

/** Thrown once, with every wrong setting in `problems`, one line each; the values are not repeated. */
export class SettingsError extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(`The settings are not complete:\n${problems.map((line) => `  - ${line}`).join('\n')}`)
    this.name = 'SettingsError'
    this.problems = problems
  }
}

let parsed: Settings | undefined

/**
 * The settings from the environment, read and checked at the first call, so that a build needs none.
 * @throws {SettingsError} that lists all that is wrong
 */
export function env(): Settings {
  parsed ??= parseSettings(process.env)
  return parsed
}

/** Every setting's name, in the order of the documentation. */
export const settingNames: readonly string[] = Object.keys(settings.shape)

/**
 * Checks a set of settings; an empty value counts as absent.
 * @throws {SettingsError} that lists all that is wrong
 */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = settings.safeParse(present)
  const malformed = result.error?.issues ?? []
  const problems = [
    ...malformed.map((issue) => `${issue.path.join('.')}: ${wording(issue, present)}`),
    ...registersWithoutKey(present),
    ...contradictions(present),
  ]
  if (!result.success || problems.length > 0) throw new SettingsError(problems)
  return result.data
}

/** The level of the log; on its own, because the log is there before the settings are checked. */
export function logLevel(): Settings['LOG_LEVEL'] {
  return settings.shape.LOG_LEVEL.catch('info').parse(process.env['LOG_LEVEL'] || undefined)
}

function wording(issue: z.core.$ZodIssue, source: Record<string, unknown>): string {
  return source[String(issue.path[0])] === undefined ? 'is missing' : issue.message
}

/** A register answers nobody without a key. */
function registersWithoutKey(source: Record<string, unknown>): string[] {
  return ['ENTERPRISE_REGISTER', 'POPULATION_REGISTER'].flatMap((register) =>
    source[`${register}_URL`] !== undefined && source[`${register}_KEY`] === undefined
      ? [`${register}_KEY: is missing, but ${register}_URL is set`]
      : [],
  )
}

/** Values that are each well-formed, but not together. */
function contradictions(source: Record<string, unknown>): string[] {
  const { success, data } = standing.safeParse(source)
  if (!success || !isOrigin(data.PUBLIC_ORIGIN)) return []
  const { hostname, protocol } = new URL(data.PUBLIC_ORIGIN)
  if (hostname === 'localhost') return []
  const production = data.APP_MODE === 'production'
  return [
    !production && `APP_MODE: must be production with a public origin, but is ${data.APP_MODE}`,
    production && protocol !== 'https:' && 'PUBLIC_ORIGIN: must begin with https://',
    data.TRUST_DEMO &&
      'TRUST_DEMO: must be off with a public origin: demo signatures would count as genuine',
  ].filter((problem) => problem !== false)
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const plain = url.origin === text && /^https?:$/.test(url.protocol)
  return plain && url.hostname !== '127.0.0.1' && url.hostname !== '[::1]'
}

function isKeyRing(text: string): boolean {
  return text.split(',').every((key) => Buffer.from(key, 'base64').length === 32)
}
