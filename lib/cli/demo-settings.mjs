// @ts-check
// The settings of a demo: everything on this machine, with secrets made at the first start.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OFFSETS, STACK_MARK } from './ports.mjs'

/** @typedef {'demo' | 'test'} Mode */

/**
 * The secrets of a data folder. They exist only there, readable by its owner alone.
 * @param {string} dataDir @returns {Record<string, string>}
 */
export function readSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json')
  /** @type {Record<string, string>} */
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const secrets = { ...newSecrets(), ...kept }
  // A folder of an earlier version gets what was not needed then.
  if (Object.keys(secrets).length > Object.keys(kept).length) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  }
  return secrets
}

function newSecrets() {
  const text = () => randomBytes(36).toString('base64url')
  const key = () => randomBytes(32).toString('base64')
  return {
    AUTH_SECRET: text(),
    SEALING_KEY: key(),
    LOOKUP_KEY: key(),
    EID_CLIENT_SECRET: text(),
    PAYMENT_HASH_SECRET: text(),
    ENTERPRISE_REGISTER_KEY: text(),
    POPULATION_REGISTER_KEY: text(),
    // One password for all demo officers, easy to copy by eye; each has one-time codes of their own.
    DEMO_OFFICER_PASSWORD: randomBytes(9).toString('base64url').replace(/[-_]/g, 'x'),
  }
}

/**
 * The environment of every process of a stack. The port of the web server moves all the others.
 * @param {{ port: number, dataDir: string, mode: Mode }} stack
 * @returns {Record<string, string>}
 */
export function stackSettings({ port, dataDir, mode }) {
  const at = (/** @type {keyof typeof OFFSETS} */ use, path = '') =>
    `http://localhost:${port + OFFSETS[use]}${path}`
  const keys = join(dataDir, 'keys')
  const files = join(dataDir, 'files')
  for (const folder of [keys, files]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    ...readSecrets(dataDir),
    [STACK_MARK]: dataDir,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    HOSTNAME: '127.0.0.1',
    APP_MODE: mode,
    PUBLIC_ORIGIN: at('web'),
    DATA_DIR: files,
    EID_ISSUER: at('eid'),
    EID_CLIENT_ID: 'mot-cua-y-te',
    OFFICER_PASSWORD_SIGN_IN: 'on',
    PAYMENT_URL: at('payment', '/paymentv2/vpcpay.html'),
    PAYMENT_QUERY_URL: at('payment', '/merchant_webapi/api/transaction'),
    PAYMENT_TMN_CODE: 'ONEDOOR1',
    SMTP_URL: `smtp://localhost:${port + OFFSETS.smtp}`,
    MAIL_FROM: 'Một Cửa Y Tế <khong-tra-loi@demo.test>',
    SMS_URL: at('mailbox', '/sms'),
    ENTERPRISE_REGISTER_URL: at('mailbox', '/registers/enterprise'),
    POPULATION_REGISTER_URL: at('mailbox', '/registers/population'),
    SIGNING_KEYS_DIR: keys,
    TSA_URL: at('authority', '/tsa'),
    TRUST_ROOTS: join(keys, 'trust-roots.pem'),
    TRUST_DEMO: 'on',
    CLOCK_FILE: join(dataDir, 'clock'),
    LOG_LEVEL: 'info',
  }
}
