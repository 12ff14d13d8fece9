import { z } from 'zod'
import { inTransaction, type Transaction } from '@/db/client'
import { appendDefinition, findDefinition, findNewestVersion } from '@/db/queries/definitions'
import { promiseJobs } from '@/db/queries/jobs'
import { contentHash } from '@/lib/administration/definition-files'
import { workingCalendarSchema } from '@/lib/deadlines/calendar-file'
import { type Day, dayOf, momentOf } from '@/lib/deadlines/day'
import type { OfficerCapacity, PersonActor } from '@/lib/identity/actor'
import { newId } from '@/lib/shared/ids'
import { accept, type Result, refuse } from '@/lib/shared/result'

export const WHOSE = ['own-agency', 'everyone'] as const
export type Whose = (typeof WHOSE)[number]

const publicationSchema = z.strictObject({
  /** `everyone` is the country's calendar; only the Ministry publishes it. */
  whose: z.enum(WHOSE),
  effectiveFrom: z.iso.date(),
  /** Its key is the agency, whatever it says. */
  calendar: z.looseObject({}),
})
type Publication = {
  effectiveFrom: Day
  body: z.infer<typeof workingCalendarSchema>
  publishedByPersonId: string
}

export type PublishCalendarRefusal =
  | {
      code:
        | 'not-permitted'
        | 'in-the-past'
        | 'before-the-published'
        | 'gap-after-the-published'
        | 'years-lost'
        | 'already-published'
    }
  /** Every fault, as `calendar.hours: sessions-overlap`; nothing of such a calendar is taken. */
  | { code: 'invalid-calendar'; faults: string[] }

const MINISTRY = 'byt'
const DEFAULT_KEY = 'default'

/**
 * Publishes the working calendar of the administrator's agency as a new version that holds from a
 * day on; versions in force before stay as they were. From that day the open dossiers are counted
 * anew, each by an event with both dates (jobs `recalendar`).
 */
export async function publishCalendar(
  actor: PersonActor,
  input: unknown,
  at: Date,
): Promise<Result<{ versionId: string; version: number }, PublishCalendarRefusal>> {
  if (!administeredAgency(actor)) return refuse({ code: 'not-permitted' })
  const read = publicationSchema.safeParse(input)
  if (!read.success) return refuseFaults(read.error, [])
  const { whose, effectiveFrom, calendar } = read.data
  const key = calendarKeyOf(actor, whose)
  if (!key) return refuse({ code: 'not-permitted' })
  const body = workingCalendarSchema.safeParse({ ...calendar, key })
  if (!body.success) return refuseFaults(body.error, ['calendar'])
  if (effectiveFrom < dayOf(at)) return refuse({ code: 'in-the-past' })
  const publication = { effectiveFrom, body: body.data, publishedByPersonId: actor.personId }
  return inTransaction((tx) => append(tx, publication, at))
}

function refuseFaults(error: z.ZodError, under: string[]): Result<never, PublishCalendarRefusal> {
  const faults = error.issues.map(({ path, message }) => {
    return `${[...under, ...path].join('.')}: ${message}`
  })
  return refuse({ code: 'invalid-calendar', faults })
}

/** Whether an officer's post publishes calendars. */
export function mayPublish({ roles, delegation }: OfficerCapacity): boolean {
  return roles.includes('administrator') && !delegation
}

/** Whose calendar an administrator would publish: the key, or null when it is not theirs. */
export function calendarKeyOf(actor: PersonActor, whose: Whose): string | null {
  const agencyId = administeredAgency(actor)
  if (whose === 'own-agency') return agencyId
  return agencyId === MINISTRY ? DEFAULT_KEY : null
}

/** The agency whose administrator acts by their own post; lent powers reach dossiers only. */
function administeredAgency({ capacity }: PersonActor): string | null {
  return capacity.kind === 'officer' && mayPublish(capacity) ? capacity.agencyId : null
}

async function append(
  tx: Transaction,
  { body, effectiveFrom, publishedByPersonId }: Publication,
  at: Date,
): Promise<Result<{ versionId: string; version: number }, PublishCalendarRefusal>> {
  const { key } = body
  const newest = await findNewestVersion(tx, 'calendar', key)
  if (newest && effectiveFrom < newest.effectiveFrom) {
    return refuse({ code: 'before-the-published' })
  }
  if (newest?.effectiveTo && newest.effectiveTo < effectiveFrom) {
    return refuse({ code: 'gap-after-the-published' })
  }
  if (await losesYears(tx, { key, day: dayOf(at), years: Object.keys(body.years) })) {
    return refuse({ code: 'years-lost' })
  }
  const [versionId, version] = [newId(), (newest?.version ?? 0) + 1]
  // The day belongs to the content: an earlier calendar may come back on another day.
  const hash = contentHash({ body, effectiveFrom })
  const row = { id: versionId, kind: 'calendar' as const, key, version, hash, body }
  const published = { effectiveFrom, effectiveTo: null, loadedAt: new Date(), publishedByPersonId }
  if (!(await appendDefinition(tx, { ...row, ...published }))) {
    return refuse({ code: 'already-published' })
  }
  await promiseRecalendar(tx, versionId, { effectiveFrom, at })
  return accept({ versionId, version })
}

/** Open dossiers began in years that the calendar in force knows; the new one must know them too. */
async function losesYears(
  tx: Transaction,
  { key, day, years }: { key: string; day: Day; years: string[] },
): Promise<boolean> {
  const inForce =
    (await findDefinition(tx, { kind: 'calendar', key, day })) ??
    (await findDefinition(tx, { kind: 'calendar', key: DEFAULT_KEY, day }))
  if (!inForce) return false
  const known = workingCalendarSchema.parse(inForce.body).years
  return Object.keys(known).some((year) => !years.includes(year))
}

/** The queue runs by real time: the job waits as long as the business clock is away from the day. */
async function promiseRecalendar(
  tx: Transaction,
  calendarVersionId: string,
  { effectiveFrom, at }: { effectiveFrom: Day; at: Date },
): Promise<void> {
  const wait = Math.max(0, momentOf(effectiveFrom, 0).getTime() - at.getTime())
  const runAfter = new Date(Date.now() + wait)
  const key = `recalendar:${calendarVersionId}`
  await promiseJobs(tx, [{ kind: 'recalendar', payload: { calendarVersionId }, key, runAfter }])
}
