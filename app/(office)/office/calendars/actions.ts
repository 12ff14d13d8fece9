'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireOfficer } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import type { CalendarState } from '@/components/office/calendar-form'
import {
  type CalendarDesk,
  countMovedDates,
  viewCalendars,
} from '@/lib/administration/calendar-desk'
import { type FormFault, readCalendarForm } from '@/lib/administration/calendar-form'
import { publishCalendar, WHOSE } from '@/lib/administration/publish-calendar'
import { clock } from '@/lib/server/business-clock'

const PAGE = '/office/calendars'

/** Says how many dates would move, or publishes; whatever is wrong, what was typed stays. */
export async function publishAction(_: CalendarState, form: FormData): Promise<CalendarState> {
  const typed = typedIn(form)
  const actor = await requireOfficer(PAGE)
  const whose = z.enum(WHOSE).catch('own-agency').parse(typed['whose'])
  const desk = await viewCalendars(actor, whose, clock.now())
  if (!desk) return comeBack('not-permitted', typed)
  const read = readPublication(typed, desk)
  if ('faults' in read) return comeBack('invalid-calendar', typed, read.faults)
  const { calendar, from } = read
  if (typed['step'] !== 'publish') {
    const counted = await countMovedDates(actor, { whose, from, calendar })
    const t = await getTranslator('calendars')
    const preview = t(counted.more ? 'movedMore' : 'moved', { count: String(counted.moved) })
    return { values: typed, problems: {}, preview }
  }
  const publication = { whose, effectiveFrom: from, calendar }
  const published = await publishCalendar(actor, publication, clock.now())
  if (!published.ok) return comeBack(published.refusal.code, typed)
  revalidatePath(PAGE)
  return redirect(`${PAGE}?whose=${whose}&done=published`)
}

function typedIn(form: FormData): Record<string, string> {
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
  )
  return Object.fromEntries(texts)
}

function readPublication(typed: Record<string, string>, { inForce }: CalendarDesk) {
  const read = readCalendarForm(typed, inForce)
  const from = z.iso.date().safeParse(typed['effectiveFrom'])
  if (from.success) return { ...read, from: from.data }
  const missing: FormFault = { field: 'effectiveFrom', code: 'day-missing' }
  return { faults: [missing, ...('faults' in read ? read.faults : [])] }
}

type Refusal = Extract<
  Awaited<ReturnType<typeof publishCalendar>>,
  { ok: false }
>['refusal']['code']

async function comeBack(
  code: Refusal,
  values: Record<string, string>,
  faults: readonly FormFault[] = [],
): Promise<CalendarState> {
  const t = await getTranslator('calendars')
  const problems: Record<string, string> = {}
  for (const { field, code: fault, line, text } of faults) {
    const problem = t(`faults.${fault}`)
    const said = line ? t('line', { line: String(line), text: text ?? '', problem }) : problem
    problems[field] = [problems[field], said].filter(Boolean).join(' ')
  }
  return { values, problems, refusal: t(`refused.${code}`) }
}
