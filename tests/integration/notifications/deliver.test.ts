import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/db/client'
import { outgoingMessages } from '@/db/schema/notifications'
import { sendMail, sendSms } from '@/lib/notifications/deliver'
import { notify } from '@/lib/notifications/notify'
import { seal } from '@/lib/server/sealed'
import { aCase, anEvent } from './a-case'

type Trouble = { at: 'mail' | 'data'; code: number } | 'dies-after-data' | 'hangs' | undefined

let mails: ParsedMail[] = []
let texts: { body: Record<string, string>; key: string | undefined }[] = []
let trouble: Trouble
let smsStatus = 200
let server: SMTPServer
let operator: Server

beforeAll(async () => {
  server = openMailServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  operator = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString())
    texts.push({ body, key: request.headers['idempotency-key']?.toString() })
    response.writeHead(smsStatus).end()
  })
  await new Promise<void>((ready) => operator.listen(0, '127.0.0.1', ready))
  process.env['SMS_URL'] = `http://127.0.0.1:${(operator.address() as AddressInfo).port}/sms`
})
afterAll(() => {
  server.close()
  operator.close()
})
beforeEach(() => {
  tenSecondsLater()
  mails = []
  texts = []
  trouble = undefined
  smsStatus = 200
})
afterEach(() => {
  vi.useRealTimers()
})

function openMailServer(): SMTPServer {
  const refusal = (code: number) =>
    Object.assign(new Error('not now, le.thi.mau@demo.test'), { responseCode: code })
  const opened = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onMailFrom: (_address, _session, done) => {
      if (trouble === 'hangs') return
      done(typeof trouble === 'object' && trouble.at === 'mail' ? refusal(trouble.code) : null)
    },
    onData: async (stream, _session, done) => {
      mails.push(await simpleParser(stream))
      // The mail is taken, but the sender never hears so.
      if (trouble === 'dies-after-data') return hangUp(opened)
      return done(typeof trouble === 'object' ? refusal(trouble.code) : null)
    },
  })
  opened.on('error', () => undefined)
  return opened
}

function hangUp(opened: SMTPServer): void {
  for (const connection of opened.connections) connection.close()
}

const noDocument = async () => undefined

/** A promised letter and text message of an assignment or acceptance. */
async function promised(type: 'assign' | 'accept' = 'assign') {
  const { dossierId } = await aCase()
  await anEvent(dossierId, { seq: 1, type, by: 'Trần Thu Hà' })
  await notify({ dossierId, seq: 1 })
  const rows = await db
    .select()
    .from(outgoingMessages)
    .where(eq(outgoingMessages.dossierId, dossierId))
  const idOf = (channel: string) => rows.find((row) => row.channel === channel)?.id ?? ''
  return { letter: idOf('email'), text: idOf('sms') }
}

async function rowOf(id: string) {
  const [row] = await db.select().from(outgoingMessages).where(eq(outgoingMessages.id, id))
  return row
}

const send = (messageId: string) => sendMail({ messageId }, noDocument)

// After a failure to connect the mail server is left in peace for ten seconds.
let now = Date.now()

function tenSecondsLater() {
  now += 11_000
  vi.useFakeTimers({ toFake: ['Date'], now })
}

describe('a letter', () => {
  it('goes once, however often the job runs', async () => {
    const { letter } = await promised()
    await send(letter)
    await send(letter)
    expect(mails).toHaveLength(1)
    expect(await rowOf(letter)).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
    const [mail] = mails
    expect(mail?.messageId).toBe(`<${letter}@localhost>`)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.from?.text).toContain('Một Cửa Y Tế')
    expect(mail?.subject).toMatch(/^\[Bản trình diễn\] Hồ sơ H26\.5/)
    expect(mail?.text).toContain('Kính gửi Ông/Bà Lê Thị Mẫu,')
    expect(mail?.html).toContain('<html lang="vi">')
    expect(mail?.attachments).toEqual([])
  })

  it('goes once, even when ten workers have it', async () => {
    const { letter } = await promised()
    const runs = await Promise.allSettled(Array.from({ length: 10 }, () => send(letter)))
    expect(mails).toHaveLength(1)
    const failed = runs.flatMap((run) => (run.status === 'rejected' ? [String(run.reason)] : []))
    for (const reason of failed) expect(reason).toContain('another worker holds it')
  })

  it.each([
    ['greylists it', { at: 'mail', code: 451 }],
    ['refuses it for good', { at: 'mail', code: 550 }],
    ['refuses it after the data', { at: 'data', code: 554 }],
  ] as const)('is tried again when the server %s, under the same Message-ID', async (_n, fault) => {
    const { letter } = await promised()
    trouble = fault
    const failure = await send(letter).catch((error: unknown) => String(error))
    expect(failure).toContain(String(fault.code))
    expect(failure).not.toContain('demo.test')
    const row = await rowOf(letter)
    expect(row).toMatchObject({ state: 'promised', attempts: 1 })
    expect(row?.lastError).not.toContain('demo.test')
    trouble = undefined
    mails = []
    await send(letter)
    expect(mails.map(({ messageId }) => messageId)).toEqual([`<${letter}@localhost>`])
    expect(await rowOf(letter)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('keeps its Message-ID when the server dies between taking it and saying so', async () => {
    const { letter } = await promised()
    trouble = 'dies-after-data'
    await expect(send(letter)).rejects.toThrow('did not go')
    trouble = undefined
    tenSecondsLater()
    await send(letter)
    const [first, second] = mails
    expect(mails).toHaveLength(2)
    expect(second?.messageId).toBe(first?.messageId)
    expect(second?.text).toBe(first?.text)
  })

  it('does not hold the worker up when the server hangs, and leaves it in peace', async () => {
    const [{ letter }, other] = [await promised(), await promised()]
    trouble = 'hangs'
    const started = performance.now()
    await expect(send(letter)).rejects.toThrow('ETIMEDOUT')
    expect(performance.now() - started).toBeLessThan(12_000)
    const again = performance.now()
    await expect(send(other.letter)).rejects.toThrow('server is resting')
    expect(performance.now() - again).toBeLessThan(1000)
    trouble = undefined
    tenSecondsLater()
    await send(letter)
    await send(other.letter)
    expect(mails).toHaveLength(2)
  })

  it('to an address that is none is given up at once', async () => {
    const { letter } = await promised()
    const addressSealed = seal('x@demo.test, boss@demo.test')
    await db.update(outgoingMessages).set({ addressSealed }).where(eq(outgoingMessages.id, letter))
    await send(letter)
    expect(mails).toEqual([])
    expect(await rowOf(letter)).toMatchObject({ state: 'failed' })
  })

  it('is given up after twenty-five tries', async () => {
    const { letter } = await promised()
    await db.update(outgoingMessages).set({ attempts: 24 }).where(eq(outgoingMessages.id, letter))
    trouble = { at: 'mail', code: 550 }
    await send(letter)
    expect(await rowOf(letter)).toMatchObject({ state: 'failed', attempts: 25 })
  })

  it('that is not there needs nothing', async () => {
    await expect(send(crypto.randomUUID())).resolves.toBeUndefined()
  })
})

describe('the letter of acceptance', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 slip 01')

  it('brings slip 01', async () => {
    const { letter } = await promised('accept')
    await sendMail({ messageId: letter }, async () => pdf)
    expect(mails[0]?.attachments).toMatchObject([
      { contentType: 'application/pdf', content: Buffer.from(pdf) },
    ])
    expect(mails[0]?.attachments[0]?.filename).toMatch(/^Giay-tiep-nhan-ho-so-H26\.5-.*\.pdf$/)
  })

  it('waits for its slip, and after five tries goes without', async () => {
    const { letter } = await promised('accept')
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(send(letter)).rejects.toThrow('the slip is not there yet')
    }
    expect(mails).toEqual([])
    await send(letter)
    expect(mails).toHaveLength(1)
  })
})

describe('a text message', () => {
  it('goes once, with an id that tells a retry from a new one', async () => {
    const { text } = await promised('accept')
    smsStatus = 503
    await expect(sendSms({ messageId: text })).rejects.toThrow('HTTP 503')
    smsStatus = 200
    await sendSms({ messageId: text })
    await sendSms({ messageId: text })
    expect(texts).toHaveLength(2)
    const [first, second] = texts
    expect(second).toEqual(first)
    expect(first?.key).toBe(`${text}@localhost`)
    expect(first?.body).toMatchObject({ to: '0912345678', channel: 'sms' })
    expect(first?.body['text']).toMatch(/^\[Ban trinh dien\] So Y te Ha Noi: Ho so H26/)
    expect(await rowOf(text)).toMatchObject({ state: 'sent', attempts: 2 })
  })
})
