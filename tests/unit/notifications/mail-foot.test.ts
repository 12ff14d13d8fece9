import { createTransport } from 'nodemailer'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { composeMail } from '@/lib/notifications/compose'
import { footOf } from '@/lib/notifications/mail-foot'
import { isMessageKind, MESSAGES, type MessageKind } from '@/lib/notifications/messages/catalog'
import { LEFT_BY_ONE_CLICK, TOPIC_OF_MESSAGE } from '@/lib/notifications/topics'
import { paramsOf } from './some-facts'

const sent = vi.hoisted(() => ({ mails: [] as { headers: Record<string, string> }[] }))
vi.mock('nodemailer', () => ({
  createTransport: vi.fn(() => ({
    sendMail: async (mail: { headers: Record<string, string> }) => sent.mails.push(mail),
  })),
}))

const { sendEmail } = await import('@/lib/notifications/channels/email')

const origin = 'https://motcua.test'
const personId = '0197a000-0000-7000-8000-0000000000bb'
const kinds = Object.keys(MESSAGES).filter(isMessageKind)
const letter = (kind: MessageKind) =>
  composeMail(
    { kind, locale: 'vi', params: paramsOf(kind) },
    { origin, demo: false },
    footOf({ kind, personId }, origin),
  )

afterEach(() => {
  sent.mails = []
})

describe('the foot of a letter', () => {
  it.each(kinds)(
    'of %s leads to the choice of letters, unless it is a duty of the office',
    (kind) => {
      const isDuty = TOPIC_OF_MESSAGE[kind] === null
      for (const text of [letter(kind).text, letter(kind).html]) {
        expect(text.includes(`${origin}/my/notices/preferences`)).toBe(!isDuty)
      }
    },
  )

  it.each(kinds)('of %s offers to stop its kind only where no rule requires it', (kind) => {
    const topic = TOPIC_OF_MESSAGE[kind]
    const isOptional = topic !== null && LEFT_BY_ONE_CLICK.includes(topic)
    expect(letter(kind).text.includes(`${origin}/unsubscribe/`)).toBe(isOptional)
  })

  it('is left out of a letter to nobody with an account', () => {
    expect(footOf({ kind: 'assigned', personId: null }, origin)).toBeNull()
  })
})

describe('the headers of a letter', () => {
  const send = async (kind: MessageKind) => {
    const message = { kind, locale: 'vi' as const, params: paramsOf(kind), personId }
    const way = { address: 'le.thi.mau@demo.test', messageId: 'x@motcua.test', attachments: [] }
    await sendEmail({ ...message, ...way }, { origin, demo: false })
    return sent.mails[0]?.headers
  }

  it('let a mail programme leave an optional group with one press (RFC 8058)', async () => {
    const headers = await send('assigned')
    expect(createTransport).toHaveBeenCalled()
    expect(headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(headers?.['List-Unsubscribe']).toMatch(
      /^<https:\/\/motcua\.test\/api\/notices\/[0-9a-f-]{36}\.progress\.[0-9a-f]{64}>$/,
    )
  })

  it('offer nothing of the kind for what has to be sent', async () => {
    expect(await send('supplement-requested')).not.toHaveProperty('List-Unsubscribe')
  })
})
