import { db } from '@/db/client'
import { findOwnLicences, type OwnLicence } from '@/db/queries/own-dossiers'
import { draftOwner } from '@/lib/casework/draft-owner'
import { addMonths, type Day } from '@/lib/deadlines/day'
import { type CalendarPromise, promisesCalendar } from '@/lib/deadlines/promises-calendar'
import type { PersonActor } from '@/lib/identity/actor'
import type { Locale } from '@/lib/procedures/shape/text'
import { env } from '@/lib/server/env'

/** Renewing takes months: an owner is told of an end this long before it. */
const MONTHS_AHEAD = 6
const REMINDER_DAYS = 90

export type Validity = 'in-force' | 'ending' | 'ended' | 'suspended' | 'revoked'
export type MyLicence = OwnLicence & { validity: Validity }

/** What this portal issued to the applicant, first to expire first, each with how it stands on a day. */
export async function listMyLicences(actor: PersonActor, today: Day): Promise<MyLicence[]> {
  const owner = draftOwner(actor, 'view-dossiers')
  const rows = owner ? await findOwnLicences(db, owner) : []
  return rows.map((row) => ({ ...row, validity: validityOn(row, today) }))
}

/** How a licence stands on a day; its last day still counts. */
export function validityOn(
  { status, validTo }: Pick<OwnLicence, 'status' | 'validTo'>,
  today: Day,
): Validity {
  if (status !== 'in-force') return status
  if (validTo === null) return 'in-force'
  if (validTo < today) return 'ended'
  return validTo <= addMonths(today, MONTHS_AHEAD) ? 'ending' : 'in-force'
}

/** The ends of an applicant's licences as a calendar file, each with a reminder three months before. */
export async function licencesFile(
  actor: PersonActor,
  { at, today, locale }: { at: Date; today: Day; locale: Locale },
): Promise<string> {
  const held = await listMyLicences(actor, today)
  const promises = held.flatMap((licence): CalendarPromise[] => {
    const { type, number, subject, validTo, validity } = licence
    if (validTo === null || validity === 'revoked' || validity === 'ended') return []
    const words = `${type[locale]} ${number}`
    return [
      {
        key: licence.licenceId,
        due: validTo,
        summary: words,
        description: subject,
        reminderDays: REMINDER_DAYS,
      },
    ]
  })
  return promisesCalendar({
    reference: 'licences',
    sequence: 0,
    stampedAt: at,
    url: `${env().PUBLIC_ORIGIN}/my/licences`,
    promises,
  })
}
