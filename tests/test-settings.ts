import { tmpdir } from 'node:os'

const nowhere = 'postgres://nobody:nothing@127.0.0.1:1/none'
const key = (letter: string) => Buffer.alloc(32, letter).toString('base64')

/** Settings under which code runs in a unit test: well-formed, and leading nowhere. */
export const testSettings: Record<string, string> = {
  APP_MODE: 'test',
  PUBLIC_ORIGIN: 'http://localhost:3000',
  DATABASE_URL: nowhere,
  MIGRATION_DATABASE_URL: nowhere,
  AUTH_SECRET: 'test'.repeat(12),
  SEALING_KEY: key('s'),
  LOOKUP_KEY: key('l'),
  DATA_DIR: `${tmpdir()}/onedoor-test-files-${process.pid}`,
  EID_ISSUER: 'http://localhost:3001',
  EID_CLIENT_ID: 'one-door',
  EID_CLIENT_SECRET: 'test'.repeat(8),
  OFFICER_PASSWORD_SIGN_IN: 'on',
  PAYMENT_URL: 'http://localhost:3002/paymentv2/vpcpay.html',
  PAYMENT_QUERY_URL: 'http://localhost:3002/merchant_webapi/api/transaction',
  PAYMENT_TMN_CODE: 'ONEDOOR1',
  PAYMENT_HASH_SECRET: 'test'.repeat(8),
  SMTP_URL: 'smtp://localhost:3004',
  MAIL_FROM: 'Một Cửa Y Tế <khong-tra-loi@localhost>',
  SMS_URL: 'http://localhost:3003/sms',
  SIGNING_KEYS_DIR: `${tmpdir()}/onedoor-test-keys`,
  TSA_URL: 'http://localhost:3005/tsa',
  TRUST_ROOTS: `${tmpdir()}/onedoor-test-keys/roots.pem`,
  TRUST_DEMO: 'on',
  LOG_LEVEL: 'silent',
}
