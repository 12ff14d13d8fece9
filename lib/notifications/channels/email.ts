import { createTransport, type Transporter } from 'nodemailer'
import { z } from 'zod'
import { env } from '@/lib/server/env'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { type ComposedMail, composeMail } from '../compose'
import { footOf } from '../mail-foot'
import type { DeliveryRefusal, OutgoingMessage, SendMessage } from './channel'

const SECONDS = 1000
const address = z.email()

let transport: Transporter | undefined
let restingUntil = 0

/** A letter about a dossier with its words composed. */
export const sendEmail: SendMessage = (message, portal) => {
  const foot = footOf(message, portal.origin)
  const oneClick = foot?.unsubscribe?.oneClick
  return postMail({ ...message, ...(oneClick && { oneClick }) }, composeMail(message, portal, foot))
}

/**
 * Sends a letter over SMTP. A server that hangs must not hold up the worker's other jobs: waits are
 * short, and after a failure to connect nothing is tried for ten seconds.
 */
export async function postMail(
  message: Pick<OutgoingMessage, 'address' | 'messageId' | 'attachments'> & {
    /** Where a mail programme posts to leave letters of this kind (RFC 8058). */
    oneClick?: string
  },
  mail: ComposedMail,
): Promise<Result<undefined, DeliveryRefusal>> {
  if (!address.safeParse(message.address).success) {
    return refuse({ code: 'bad-address', reason: 'not an e-mail address' })
  }
  if (Date.now() < restingUntil) return refuse({ code: 'not-sent', reason: 'server is resting' })
  try {
    await mailServer().sendMail({
      from: env().MAIL_FROM,
      to: { name: '', address: message.address },
      ...mail,
      attachments: message.attachments,
      messageId: `<${message.messageId}>`,
      headers: { ...AUTOMATIC, ...leaving(message.oneClick) },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return accept(undefined)
  } catch (error) {
    if (isConnectionError(error)) restingUntil = Date.now() + 10 * SECONDS
    return refuse({ code: 'not-sent', reason: describe(error) })
  }
}

const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

function leaving(oneClick: string | undefined): Record<string, string> {
  if (!oneClick) return {}
  return {
    'List-Unsubscribe': `<${oneClick}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

function mailServer(): Transporter {
  transport ??= createTransport({
    url: env().SMTP_URL,
    connectionTimeout: 5 * SECONDS,
    greetingTimeout: 5 * SECONDS,
    socketTimeout: 10 * SECONDS,
  })
  return transport
}

const CONNECTION_ERRORS = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ECONNREFUSED'])

function isConnectionError(error: unknown): boolean {
  return CONNECTION_ERRORS.has(errorCode(error))
}

/** Code and SMTP status alone: the server's own words repeat the address. */
function describe(error: unknown): string {
  const status =
    error instanceof Error && 'responseCode' in error ? ` ${String(error.responseCode)}` : ''
  return `${errorCode(error)}${status}`
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
