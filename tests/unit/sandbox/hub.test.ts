import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '@/lib/cli/launch-database.mjs'
import { findTotpStep, newTotpSecret } from '@/lib/identity/totp'
import { listen } from '@/tests/sandbox/http'
import { type Mailbox, openMailbox } from '@/tests/sandbox/hub/mailbox'
import { hubServer } from '@/tests/sandbox/hub/server'
import { openTextInbox } from '@/tests/sandbox/hub/texts'
import { readSettings } from '@/tests/sandbox/settings'

const totpSecret = newTotpSecret()
let folder = ''
let hub = ''
let server: Server
let mailbox: Mailbox
let transport: ReturnType<typeof createTransport>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-'))
  const [port, smtpPort] = [await freePort(), await freePort()]
  hub = `http://localhost:${port}`
  const faults = { mailRefusal: null, textsDown: false, registersDown: false }
  mailbox = await openMailbox(smtpPort, faults)
  const settings = readSettings({
    DATA_DIR: folder,
    EID_CLIENT_ID: 'x',
    EID_CLIENT_SECRET: 'x',
    PAYMENT_TMN_CODE: 'x',
    PAYMENT_HASH_SECRET: 'x',
    SIGNING_KEYS_DIR: folder,
  })
  server = await listen(hubServer({ settings, mailbox, texts: openTextInbox(), faults }), port)
  transport = createTransport({ host: 'localhost', port: smtpPort, ignoreTLS: true })
  const account = { email: 'desk.hn@demo.test', fullName: 'Trần Thu Hà', password: 'x', totpSecret }
  await writeFile(join(folder, 'demo-accounts.json'), JSON.stringify({ accounts: [account] }))
})

afterAll(async () => {
  transport.close()
  server.close()
  await mailbox.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = async (path: string) => (await fetch(hub + path)).json()
const post = (path: string, body: unknown) =>
  fetch(hub + path, { method: 'POST', body: JSON.stringify(body) })

const letter = {
  from: 'portal@demo.test',
  to: 'mau@demo.test',
  subject: 'Đã nhận hồ sơ <b>',
  text: 'Xem http://localhost/my',
  html: '<p>Xem</p><script>alert(1)</script>',
  attachments: [{ filename: 'phiếu.txt', content: 'giấy tiếp nhận' }],
}

it('keeps letters by recipient, shows them escaped, and hands out attachments', async () => {
  await transport.sendMail(letter)
  await transport.sendMail({ ...letter, to: 'other@demo.test' })
  const [mail, ...others] = await ask('/api/messages?to=mau@demo.test')
  expect(others).toEqual([])
  expect(mail).toMatchObject({ subject: letter.subject, attachments: [{ name: 'phiếu.txt' }] })
  const page = await (await fetch(`${hub}/mail/${mail.id}`)).text()
  expect(page).toContain('&#60;b&#62;')
  expect(page).toContain('<a href="http://localhost/my">')
  const html = await fetch(`${hub}/mail/${mail.id}/html`)
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'")
  const attachment = await fetch(`${hub}/mail/${mail.id}/attachments/0`)
  await expect(attachment.text()).resolves.toBe('giấy tiếp nhận')
})

it('refuses letters while told to, for now or for good', async () => {
  await post('/api/faults', { mailRefusal: 451 })
  await expect(transport.sendMail(letter)).rejects.toMatchObject({ responseCode: 451 })
  await post('/api/faults', { mailRefusal: null })
  await expect(transport.sendMail(letter)).resolves.toBeDefined()
})

it('keeps text messages once, whatever is repeated, and finds the code in them', async () => {
  const text = { to: '0900000205', text: 'Ma xac nhan 004217, hieu luc 5 phut', messageId: 'm1' }
  expect((await post('/sms', text)).status).toBe(202)
  expect((await post('/sms', text)).status).toBe(202)
  const messages = await ask('/api/texts?to=0900000205')
  expect(messages).toMatchObject([{ channel: 'sms', code: '004217', repeats: 1 }])
  expect((await post('/sms', { to: '' })).status).toBe(400)
  await post('/api/faults', { textsDown: true })
  expect((await post('/sms', text)).status).toBe(503)
  await post('/api/faults', { textsDown: false })
})

it('shows what the authenticator of each demo officer shows now', async () => {
  const [account] = await ask('/api/codes')
  expect(account).not.toHaveProperty('totpSecret')
  expect(findTotpStep(totpSecret, account.code, new Date())).toBeDefined()
  await expect((await fetch(`${hub}/codes`)).text()).resolves.toContain(account.code)
})
