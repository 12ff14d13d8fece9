import { inTransaction, type Transaction } from '@/db/client'
import {
  changeOutgoingMessage,
  findOutgoingMessage,
  findPromisedMessageForUpdate,
  type OutgoingMessageRow,
} from '@/db/queries/notifications'
import { env } from '@/lib/server/env'
import { open } from '@/lib/server/sealed'
import { type Result, refuse } from '@/lib/shared/result'
import { type ReadDocument, SLIP_IS_LATE, slipFor } from './attachments'
import type { DeliveryRefusal, SendMessage } from './channels/channel'
import { sendToEidInbox } from './channels/eid-inbox'
import { postMail, sendEmail } from './channels/email'
import { postText, sendText } from './channels/sms'
import { sendSocial } from './channels/social'
import { isMessageKind } from './messages/catalog'
import { CODE_KIND, codeText } from './one-time-code'
import { composeOutsideLetter, isOutsideLetter } from './outside-letters'
import type { Channel } from './plan'

/** As often as the queue runs a job; after that the message counts as failed. */
const MOST_ATTEMPTS = 25

const CHANNELS: Record<Channel, SendMessage> = {
  email: sendEmail,
  sms: sendText,
  social: sendSocial,
  'eid-inbox': sendToEidInbox,
}

/** Thrown to have the queue try a message again. */
export class NotDelivered extends Error {
  constructor(messageId: string, reason: string) {
    super(`message ${messageId} did not go: ${reason}`)
    this.name = 'NotDelivered'
  }
}

/** The job send-mail: sends one letter, once, with the slip that belongs to it. See `deliver`. */
export function sendMail(
  { messageId }: { messageId: string },
  readDocument: ReadDocument,
): Promise<void> {
  return deliver(messageId, readDocument)
}

/** The job send-sms: sends one text message, once. See `deliver`. */
export function sendSms({ messageId }: { messageId: string }): Promise<void> {
  return deliver(messageId, async () => undefined)
}

/**
 * Sends one promised message; a message that went, or cannot ever go, is left alone. The row stays
 * locked meanwhile, so two workers never send it both; a crash between the server's yes and our commit
 * sends it again under the same Message-ID, by which mail systems know it for the same.
 * @param id the row's id
 * @throws {NotDelivered} when it has to be tried again
 */
async function deliver(id: string, readDocument: ReadDocument): Promise<void> {
  const again = await inTransaction((tx) => tryOnce(tx, id, readDocument))
  if (again) throw new NotDelivered(id, again)
}

/** Returns why the message must be tried again, or undefined. */
async function tryOnce(
  tx: Transaction,
  id: string,
  readDocument: ReadDocument,
): Promise<string | undefined> {
  const row = await findPromisedMessageForUpdate(tx, id)
  if (!row) {
    const state = (await findOutgoingMessage(tx, id))?.state
    return state === 'promised' ? 'another worker holds it' : undefined
  }
  const outcome = await send(row, readDocument)
  const attempts = row.attempts + 1
  if (outcome.ok) {
    await changeOutgoingMessage(tx, id, { ...SENT, attempts, sentAt: new Date() })
    return undefined
  }
  const { reason } = outcome.refusal
  const hopeless = isHopeless(outcome.refusal, attempts)
  const state = hopeless ? 'failed' : 'promised'
  await changeOutgoingMessage(tx, id, { state, attempts, lastError: reason })
  return hopeless ? undefined : reason
}

const SENT = { state: 'sent', lastError: null } as const

function isHopeless({ code }: DeliveryRefusal, attempts: number): boolean {
  return code !== 'not-sent' || attempts >= MOST_ATTEMPTS
}

async function send(
  row: OutgoingMessageRow,
  readDocument: ReadDocument,
): Promise<Result<undefined, DeliveryRefusal>> {
  const { kind, locale, params, messageId, recipientPersonId: personId } = row
  const { APP_MODE, PUBLIC_ORIGIN } = env()
  const portal = { origin: PUBLIC_ORIGIN, demo: APP_MODE !== 'production' }
  const address = open(row.addressSealed)
  if (kind === CODE_KIND) return postText({ address, messageId, text: codeText(row, portal) })
  if (isOutsideLetter(kind))
    return postMail(
      { address, messageId, attachments: [] },
      composeOutsideLetter({ kind, params }, portal),
    )
  if (!isMessageKind(kind)) throw new Error(`no words for messages of kind ${kind}`)
  const attachments = row.channel === 'email' ? await slipFor(row, readDocument) : []
  if (attachments === SLIP_IS_LATE) return refuse({ code: 'not-sent', reason: SLIP_IS_LATE })
  const message = { kind, locale, params, messageId, address, attachments, personId }
  return CHANNELS[row.channel](message, portal)
}
