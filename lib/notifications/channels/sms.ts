import { env } from '@/lib/server/env'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { composeSms } from '../compose'
import type { DeliveryRefusal, SendMessage } from './channel'

const TIMEOUT = 10_000
const PHONE = /^\+?\d{9,15}$/

/** A text message with its words composed. */
export const sendText: SendMessage = (message, portal) =>
  postText({ ...message, text: composeSms(message, portal) })

type Text = { address: string; messageId: string; text: string }

/**
 * Sends a text message by HTTP POST to the operator at SMS_URL. The message's id goes along, so that
 * the operator can tell a retry from a new message.
 */
export async function postText({
  address,
  messageId,
  text,
}: Text): Promise<Result<undefined, DeliveryRefusal>> {
  const url = env().SMS_URL
  if (!url) return refuse({ code: 'no-channel', reason: 'SMS_URL is not set' })
  const to = address.replace(/[\s.()-]/g, '')
  if (!PHONE.test(to)) return refuse({ code: 'bad-address', reason: 'not a telephone number' })
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': messageId },
      body: JSON.stringify({ to, text, channel: 'sms', messageId }),
      signal: AbortSignal.timeout(TIMEOUT),
    })
    if (response.ok) return accept(undefined)
    return refuse({ code: 'not-sent', reason: `HTTP ${response.status}` })
  } catch {
    return refuse({ code: 'not-sent', reason: 'operator unreachable' })
  }
}
