import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { findEvents } from '@/db/queries/events'
import { findHandOverEvents } from '@/db/queries/register'
import { addDays, type Day, dayOf, momentOf } from '@/lib/deadlines/day'
import { registerTotals } from '@/lib/documents/register-totals'
import { handOversOf } from '@/lib/dossiers/register/control-slip'
import { readRegister } from '@/lib/dossiers/register/register-data'
import type { PersonActor } from '@/lib/identity/actor'
import { verifyChain } from '@/lib/ledger/chain'
import type { Finding } from '../stand/verdict'

const none = (asked: string, found: readonly unknown[], of?: number): Finding => ({
  asked,
  found: `${found.length}${of === undefined ? '' : ` of ${of}`}`,
  holds: found.length === 0,
})

/** Nobody is late in silence: whatever passed its date has its letter, its breach, or ended in time. */
export async function judgeDates(now: Date): Promise<Finding[]> {
  const today = momentOf(dayOf(now), 0).toISOString()
  const silent = await db.execute(sql`
    select d.id from dossiers d
    where d.due_at is not null
      and (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date
        < coalesce((d.ended_at at time zone 'Asia/Ho_Chi_Minh')::date,
                   (${now.toISOString()}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)
      and d.state not in ('submitted', 'withdrawn', 'refused-at-intake')
      and not exists (select 1 from breaches b where b.dossier_id = d.id and b.kind = 'overdue')`)
  const unanswered = await db.execute(sql`
    select id from dossiers d where state = 'submitted' and acceptance_due_at < ${today}::timestamptz
      and not exists (select 1 from breaches b where b.dossier_id = d.id and b.kind = 'acceptance-late')`)
  const unclosed = await db.execute(sql`
    select id from dossiers d where state in ('supplement', 'supplement-at-intake')
      and reply_due_at < ${today}::timestamptz
      and not exists (select 1 from watch_marks m where m.dossier_id = d.id and m.kind = 'close-proposed')`)
  const needless = await db.execute(sql`
    select b.id from breaches b join dossiers d on d.id = b.dossier_id
    where b.kind = 'overdue' and d.ended_at is not null
      and (d.ended_at at time zone 'Asia/Ho_Chi_Minh')::date <= (b.due_at at time zone 'Asia/Ho_Chi_Minh')::date`)
  const [apologies] = await db.execute<{ owed: number; sent: number }>(sql`
    select (select count(*)::int from breaches where kind in ('overdue', 'acceptance-late')) as owed,
           (select count(*)::int from outgoing_messages
             where kind = 'overdue-apology' and channel = 'email' and state = 'sent') as sent`)
  return [
    none('overdue in silence', silent),
    none('unanswered at intake in silence', unanswered),
    none('waiting in vain without a proposal to close', unclosed),
    none('called overdue although in time', needless),
    {
      asked: 'apologies sent, one a breach',
      found: `${apologies?.sent} for ${apologies?.owed}`,
      holds: apologies !== undefined && apologies.owed > 0 && apologies.owed === apologies.sent,
    },
  ]
}

export async function judgeReminders(): Promise<Finding[]> {
  const twice = await db.execute(sql`
    select dossier_id, details->>'kind', details->>'about' from dossier_events where type = 'remind'
    group by 1, 2, 3 having count(*) > 1`)
  const letters = await db.execute(sql`
    select dossier_id, seq, kind, recipient_person_id, channel from outgoing_messages
    where dossier_id is not null group by 1, 2, 3, 4, 5 having count(*) > 1`)
  const [given] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from dossier_events where type = 'remind'`,
  )
  return [
    { asked: 'reminders given', found: `${given?.n}`, holds: (given?.n ?? 0) > 0 },
    none('reminders given twice', twice),
    none('letters written twice', letters),
  ]
}

/** The record of each dossier holds, and the control slips say what it says. */
export async function judgeRecords(dossiers: readonly string[]): Promise<Finding[]> {
  const broken: string[] = []
  const differing: string[] = []
  for (const id of dossiers) {
    const events = await findEvents(db, id)
    if (!verifyChain(events).ok) broken.push(id)
    const rows = handOversOf(await findHandOverEvents(db, id))
    const passed = events.filter(({ fromState, toState }) => fromState !== toState)
    const late = passed.filter(({ at, details }) => {
      const done = details['stepDone'] as { due?: string | null } | undefined
      return done?.due && dayOf(at) > dayOf(new Date(done.due))
    })
    const agrees =
      rows.length === passed.length &&
      rows.filter(({ result }) => result === 'overdue').length === late.length
    if (!agrees) differing.push(id)
  }
  return [
    none('chains broken', broken, dossiers.length),
    none('control slips that differ from their events', differing, dossiers.length),
  ]
}

/** Counters and the register against a count of all rows. */
export async function judgeCounts(
  desk: PersonActor,
  { from, to, at }: { from: Day; to: Day; at: Date },
): Promise<Finding[]> {
  const counters = await db.execute(sql`
    select coalesce(c.agency_id, r.agency_id) from
      (select agency_id, state, sum(open)::int as n from queue_counters where assignee_post_id = '' group by 1, 2) c
      full join (select solving_agency_id as agency_id, state, count(*)::int as n from dossiers group by 1, 2) r
        on r.agency_id = c.agency_id and r.state = c.state
    where coalesce(c.n, 0) <> coalesce(r.n, 0)`)
  const register = await readRegister(desk, { from, to, at })
  if (!register.ok) throw new Error(register.refusal.code)
  const totals = registerTotals(register.value.rows)
  const [counted] = await db.execute<Record<string, number>>(sql`
    with entries as (
      select state, ended_at is not null as ended,
        (due_at at time zone 'Asia/Ho_Chi_Minh')::date as due,
        (coalesce(ended_at, ${at.toISOString()}::timestamptz) at time zone 'Asia/Ho_Chi_Minh')::date as day
      from dossiers where solving_agency_id = 'syt-01' and accepted_at >= ${momentOf(from, 0).toISOString()}::timestamptz
        and accepted_at < ${momentOf(addDays(to, 1), 0).toISOString()}::timestamptz)
    select count(*)::int as received,
      count(*) filter (where state in ('stopped', 'withdrawn'))::int as stopped,
      count(*) filter (where state not in ('stopped', 'withdrawn') and ended and day < due)::int as early,
      count(*) filter (where state not in ('stopped', 'withdrawn') and ended and day = due)::int as on_time,
      count(*) filter (where state not in ('stopped', 'withdrawn') and ended and day > due)::int as overdue,
      count(*) filter (where not ended)::int as open,
      count(*) filter (where not ended and day > due)::int as open_overdue
    from entries`)
  const told = [
    totals.received,
    totals.stopped,
    totals.early,
    totals.onTime,
    totals.overdue,
    totals.open,
    totals.openOverdue,
  ].join('/')
  const inSql = ['received', 'stopped', 'early', 'on_time', 'overdue', 'open', 'open_overdue']
    .map((column) => counted?.[column])
    .join('/')
  return [
    none('counters that differ from a count', counters),
    {
      asked: 'register against SQL: received/stopped/early/on time/overdue/open/past',
      found: `${told} and ${inSql}`,
      holds: told === inSql && totals.received > 0,
    },
  ]
}
