import { env } from '@/lib/server/env'
import { accept, refuse } from '@/lib/shared/result'
import { composeSms } from '../compose'
import type { SendMessage } from './channel'

const TIMEOUT = 10_000
const PHONE = /^\+?\d{9,15}$/

/**
 * Sends a text message by HTTP POST to the operator at SMS_URL. The message's id goes along, so that
 * the operator can tell a retry from a new message.
 */
export const sendText: SendMessage = async (message, portal) => {
  const url = env().SMS_URL
  if (!url) return refuse({ code: 'no-channel', reason: 'SMS_URL is not set' })
  const to = message.address.replace(/[\s.()-]/g, '')
  if (!PHONE.test(to)) return refuse({ code: 'bad-address', reason: 'not a telephone number' })
  const { messageId } = message
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': messageId },
      body: JSON.stringify({ to, text: composeSms(message, portal), channel: 'sms', messageId }),
      signal: AbortSignal.timeout(TIMEOUT),
    })
    if (response.ok) return accept(undefined)
    return refuse({ code: 'not-sent', reason: `HTTP ${response.status}` })
  } catch {
    return refuse({ code: 'not-sent', reason: 'operator unreachable' })
  }
}
