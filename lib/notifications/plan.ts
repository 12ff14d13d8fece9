import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import {
  CHANNELS_OF_MESSAGE,
  MESSAGE_OF_EVENT,
  MESSAGES,
  type MessageKind,
} from './messages/catalog'
import type { Locale, Params } from './messages/message'
import { TOPIC_OF_MESSAGE, type Topic } from './topics'

export type Channel = 'email' | 'sms' | 'social' | 'eid-inbox'

/** Who is told, and where they can be reached. */
export type Recipient = {
  personId: string
  organisationId: string | null
  locale: Locale
  addresses: Partial<Record<Channel, string>>
  /** Groups of letters that the person does not want by e-mail. */
  muted: readonly Topic[]
}

/** What a notice is about: the event, or what no event stands for, a refund or an apology. */
export type NoticeOccasion = LicenceEvent | 'refund-opened' | 'late-apology'

/** What is known of the dossier at the event. `params` holds all that any message may say. */
export type DossierFacts = {
  dossierId: string
  seq: number
  at: Date
  /** The same event happened to this dossier before. */
  repeated: boolean
  recipient: Recipient
  params: Params
}

export type PlannedInboxNotice = {
  personId: string
  organisationId: string | null
  dossierId: string
  seq: number
  kind: MessageKind
  params: Params
  createdAt: Date
}
export type PlannedMessage = {
  channel: Channel
  dossierId: string
  seq: number
  kind: MessageKind
  recipientPersonId: string
  address: string
  locale: Locale
  params: Params
}
export type NoticePlan = { inbox: PlannedInboxNotice[]; messages: PlannedMessage[] }

/**
 * Who is told what, and how, about an event: a line in the inbox of the portal always, and a message
 * on each channel of its kind on which the person can be reached. A group that they do not want by e-mail
 * stands in the portal alone. Steps inside the office say nothing.
 * @throws when the facts do not fit the words, before anything is promised
 */
export function planNotices(occasion: NoticeOccasion, facts: DossierFacts): NoticePlan {
  const kind = kindOf(occasion, facts)
  if (!kind) return { inbox: [], messages: [] }
  const { dossierId, seq, params, recipient } = facts
  const { personId, organisationId, locale, addresses } = recipient
  MESSAGES[kind].words(params, locale)
  const channels: readonly Channel[] = CHANNELS_OF_MESSAGE[kind]
  const topic: Topic | null = TOPIC_OF_MESSAGE[kind]
  const isMuted = topic !== null && recipient.muted.includes(topic)
  return {
    inbox: [{ personId, organisationId, dossierId, seq, kind, params, createdAt: facts.at }],
    messages: channels.flatMap((channel) => {
      const address = addresses[channel]
      if (!address || (channel === 'email' && isMuted)) return []
      return [
        { channel, dossierId, seq, kind, recipientPersonId: personId, address, locale, params },
      ]
    }),
  }
}

function kindOf(occasion: NoticeOccasion, facts: DossierFacts): MessageKind | null {
  if (occasion === 'refund-opened' || occasion === 'late-apology') return occasion
  const special = SPECIAL[occasion]?.(facts)
  return special === undefined ? MESSAGE_OF_EVENT[occasion] : special
}

const OWN_LATENESS = new Set(['supplement-late', 'papers-late'])

/** Events that say something else in some cases; undefined where they say what they always do. */
const SPECIAL: Partial<
  Record<LicenceEvent, (facts: DossierFacts) => MessageKind | null | undefined>
> = {
  // Until it is passed on, the agency that decides has nothing and promises nothing.
  submit: ({ params }) => (params['receiverVi'] ? 'received-elsewhere' : undefined),
  'fee-paid': ({ params }) => (params['receiverVi'] ? 'received-elsewhere' : undefined),
  // A decision proposed anew follows a return inside the office, which stays there.
  'propose-decision': ({ repeated }) => (repeated ? null : undefined),
  // Reminders of the office's own time, and its own lateness in asking, are not the applicant's to put right.
  remind: ({ params }) => (params['replyBy'] ? 'supplement-reminder' : null),
  'record-breach': ({ params }) => (OWN_LATENESS.has(params['breach'] ?? '') ? null : undefined),
  // What is issued again is a corrected result.
  issue: ({ repeated }) => (repeated ? 'result-corrected' : undefined),
}
