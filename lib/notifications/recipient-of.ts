import type { Queryable } from '@/db/client'
import { getPerson } from '@/db/queries/identity'
import { findColleagues } from '@/db/queries/memberships'
import { findMutedTopics, findNoticeAddress } from '@/db/queries/notice-preferences'
import type { NoticeSubject } from '@/db/queries/notifications'
import { env } from '@/lib/server/env'
import type { Recipient } from './plan'
import { isTopic } from './topics'

type Addressee = Pick<NoticeSubject, 'personId' | 'personEmail' | 'personPhone' | 'locale'>

/**
 * Who is told about a dossier, and where: whoever filed it, at the address that they confirmed, else at the
 * contact it names. Once they work for its
 * organisation no more, whoever represents that is told instead.
 */
export async function recipientOf(
  on: Queryable,
  subject: NoticeSubject,
  at: Date,
): Promise<Recipient> {
  const heir = await heirOf(on, subject, at)
  const { personId, personEmail, personPhone, locale } = heir ?? subject
  const contact = (named: string | null, ofFiler: string | null) =>
    heir && named === ofFiler ? null : named
  const chosen = await findNoticeAddress(on, personId)
  const email = chosen?.email || contact(subject.contactEmail, subject.personEmail) || personEmail
  const phone = contact(subject.contactPhone, subject.personPhone) || personPhone
  return {
    personId,
    organisationId: subject.organisationId,
    locale,
    addresses: {
      ...(email && { email }),
      ...(phone && env().SMS_URL && { sms: phone }),
    },
    muted: (await findMutedTopics(on, personId)).filter(isTopic),
  }
}

async function heirOf(
  on: Queryable,
  { organisationId, personId }: NoticeSubject,
  at: Date,
): Promise<Addressee | undefined> {
  if (organisationId === null) return undefined
  const colleagues = await findColleagues(on, organisationId, at)
  const [first] = colleagues.filter(({ role }) => role === 'representative')
  if (!first || colleagues.some((colleague) => colleague.personId === personId)) return undefined
  const { id, email, phone, locale } = await getPerson(on, first.personId)
  return { personId: id, personEmail: email, personPhone: phone, locale }
}
