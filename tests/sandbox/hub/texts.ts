import { randomUUID } from 'node:crypto'
import { z } from 'zod'

const KEPT = 1000

const received = z.object({
  to: z.string().min(1),
  text: z.string().min(1),
  channel: z.enum(['sms', 'social', 'eid-inbox']).default('sms'),
  /** The sender's own number of the message: a second one with it is a repeat, not a new message. */
  messageId: z.string().optional(),
})

export type TextMessage = z.output<typeof received> & { id: string; at: string; repeats: number }

export type TextInbox = {
  messages: TextMessage[]
  receive: (body: unknown) => TextMessage | undefined
}

/** Keeps what the portal sends by SMS, to social networks and to the e-ID inbox. */
export function openTextInbox(): TextInbox {
  const messages: TextMessage[] = []
  const receive = (body: unknown) => {
    const parsed = received.safeParse(body)
    if (!parsed.success) return undefined
    const { messageId } = parsed.data
    const known = messageId && messages.find((message) => message.messageId === messageId)
    if (known) {
      known.repeats += 1
      return known
    }
    const message = { ...parsed.data, id: randomUUID(), at: new Date().toISOString(), repeats: 0 }
    messages.unshift(message)
    messages.length = Math.min(messages.length, KEPT)
    return message
  }
  return { messages, receive }
}
