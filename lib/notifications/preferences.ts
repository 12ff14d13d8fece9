import { db, inTransaction } from '@/db/client'
import { getPerson } from '@/db/queries/identity'
import {
  findMutedTopics,
  findNoticeAddress,
  setNoticePreference,
  setPersonLocale,
} from '@/db/queries/notice-preferences'
import { accept, type Result, refuse } from '@/lib/shared/result'
import type { Locale } from './messages/message'
import { TOPICS, type Topic } from './topics'
import { readUnsubscribeToken } from './unsubscribe-token'

export type NoticePreferences = {
  /** Groups that go by e-mail. */
  byEmail: Topic[]
  locale: Locale
  /** Where letters go when the dossier names no other place, and whether a code came back from there. */
  address: { email: string | null; confirmedAt: Date | null; wanted: string | null }
}

/** What a person wants of the letters; the list in the portal gets every notice whatever they want. */
export async function readPreferences(personId: string): Promise<NoticePreferences> {
  const muted = await findMutedTopics(db, personId)
  const person = await getPerson(db, personId)
  const chosen = await findNoticeAddress(db, personId)
  return {
    byEmail: TOPICS.filter((topic) => !muted.includes(topic)),
    locale: person.locale,
    address: {
      email: chosen?.email ?? person.email,
      confirmedAt: chosen?.confirmedAt ?? null,
      wanted: chosen?.wanted ?? null,
    },
  }
}

/** Keeps what a person wants; groups that are not named are switched off. `at` is real time. */
export async function savePreferences(
  personId: string,
  { byEmail, locale, at }: { byEmail: readonly Topic[]; locale: Locale; at: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    for (const topic of TOPICS) {
      const email = byEmail.includes(topic)
      await setNoticePreference(tx, { personId, topic, email, changedAt: at })
    }
    await setPersonLocale(tx, personId, locale)
  })
}

/** Leaves the group that a letter's link names; again it changes nothing. */
export async function unsubscribe(
  token: string,
  at: Date,
): Promise<Result<{ topic: Topic }, { code: 'link-unknown' }>> {
  const leaving = readUnsubscribeToken(token)
  if (!leaving) return refuse({ code: 'link-unknown' })
  await setNoticePreference(db, { ...leaving, email: false, changedAt: at })
  return accept({ topic: leaving.topic })
}
