import { randomUUID } from 'node:crypto'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

const KEPT = 1000

export type Mail = {
  id: string
  at: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string | null
  messageId: string
  headers: Record<string, string>
  attachments: { name: string; mediaType: string; size: number; content: Buffer }[]
}

export type Mailbox = { mails: Mail[]; close: () => Promise<void> }

/** When set, the post is refused with this SMTP code, to try the portal's patience (451, 550). */
export type MailFaults = { mailRefusal: number | null }

/** An SMTP server on the loopback address that delivers nothing and keeps everything to be read. */
export function openMailbox(port: number, faults: MailFaults): Promise<Mailbox> {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map((recipient) => recipient.address)
      readMail(stream, recipients).then((mail) => {
        if (faults.mailRefusal) return done(refusal(faults.mailRefusal))
        mails.unshift(mail)
        mails.length = Math.min(mails.length, KEPT)
        return done()
      }, done)
    },
  })
  const close = () => new Promise<void>((closed) => server.close(() => closed()))
  return new Promise((ready, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', failed)
      server.on('error', () => undefined) // a client that hung up is no news
      ready({ mails, close })
    })
  })
}

type Stream = Parameters<typeof simpleParser>[0]

async function readMail(stream: Stream, to: string[]): Promise<Mail> {
  const parsed = await simpleParser(stream)
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    from: parsed.from?.text ?? '',
    to,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || null,
    messageId: parsed.messageId ?? '',
    headers: Object.fromEntries(
      parsed.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()]),
    ),
    attachments: parsed.attachments.map((part) => ({
      name: part.filename ?? 'unnamed',
      mediaType: part.contentType,
      size: part.size,
      content: part.content,
    })),
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('the sandbox refuses mail for now'), { responseCode })
}
