import type { Result } from '@/lib/shared/result'
import type { Portal, StoredMessage } from '../compose'

/** A message on its way out: its words are composed by the channel, its id stays over every retry. */
export type OutgoingMessage = StoredMessage & {
  messageId: string
  address: string
  attachments: Attachment[]
  /** Whom it is about; null where it goes to nobody with an account. */
  personId: string | null
}

export type Attachment = { filename: string; contentType: string; content: Buffer }

/**
 * Why a message did not go. `reason` is a protocol code without the address, fit for the log. All of
 * them are tried again, for a server that refuses today may take it tomorrow; only 'no-channel' and
 * 'bad-address' can never work.
 */
export type DeliveryRefusal = { code: 'not-sent' | 'no-channel' | 'bad-address'; reason: string }

/** The port of a channel: takes one message out, or says why not. It never throws. */
export type SendMessage = (
  message: OutgoingMessage,
  portal: Portal,
) => Promise<Result<undefined, DeliveryRefusal>>
