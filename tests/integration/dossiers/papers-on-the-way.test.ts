import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findEvents } from '@/db/queries/events'
import { findBreaches } from '@/db/queries/watch'
import { inboxNotices } from '@/db/schema/notifications'
import { confirmPapers } from '@/lib/dossiers/outcomes/pass-on'
import { watchElsewhere } from '@/lib/dossiers/watch/watch-elsewhere'
import { gatherEventFacts } from '@/lib/notifications/gather-facts'
import { planNotices } from '@/lib/notifications/plan'
import {
  ARRIVAL,
  aHeldDossier,
  aPassedDossier,
  HO_CHI_MINH,
  openElsewhere,
  passOnNow,
} from './elsewhere-walk'
import { anOfficer, setTheStage } from './stage'
import { act, done } from './walk'

/** Papers passed on with the data on Monday are due on Wednesday at the close of office. */
const DUE = new Date('2026-11-25T10:00:00Z')
const AFTER = new Date('2026-11-25T10:01:00Z')

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
  await openElsewhere()
})
afterAll(() => end())

const watched = async (dossierId: string) =>
  (await findEvents(db, dossierId)).flatMap(({ type, details }) =>
    type === 'remind' || type === 'record-breach' ? [`${type} ${String(details['kind'])}`] : [],
  )
const told = async (dossierId: string) =>
  (
    await db
      .select({ personId: inboxNotices.personId, params: inboxNotices.params })
      .from(inboxNotices)
      .where(and(eq(inboxNotices.dossierId, dossierId), eq(inboxNotices.kind, 'officer-duty')))
  ).map(({ personId, params }) => `${personId} ${params['duty']}`)

describe('the watch over what was filed elsewhere', () => {
  it('tells the counter once that a dossier is to be passed on', async () => {
    const held = await aHeldDossier()
    await Promise.all([watchElsewhere(ARRIVAL), watchElsewhere(ARRIVAL)])
    await watchElsewhere(DUE)
    expect(await watched(held.dossierId)).toEqual(['remind pass-on'])
    expect(await told(held.dossierId)).toEqual([`${held.counter.personId} pass-on`])
    done(await passOnNow(held))
    await watchElsewhere(AFTER)
    expect(await watched(held.dossierId)).toEqual(['remind pass-on'])
  })

  it('records late papers once, against the receiving agency, and tells its head', async () => {
    const { dossierId, desk, counter } = await aPassedDossier(['rp-licence'])
    await watchElsewhere(DUE)
    expect(await watched(dossierId)).toEqual([])
    await Promise.all([watchElsewhere(AFTER), watchElsewhere(AFTER)])
    await watchElsewhere(new Date('2026-12-01T03:00:00Z'))
    expect(await watched(dossierId)).toEqual(['record-breach papers-late'])
    expect(await findBreaches(db, dossierId)).toMatchObject([
      { kind: 'papers-late', agencyId: HO_CHI_MINH, dueAt: DUE, endedAt: null },
    ])
    const head = await anOfficer('agencyLeader', { agencyId: HO_CHI_MINH })
    expect((await told(dossierId)).toSorted()).toEqual(
      [head, counter].map(({ personId }) => `${personId} papers-late`).toSorted(),
    )
    const seq = (await findEvents(db, dossierId)).at(-1)?.seq ?? 0
    const { event, facts } = await gatherEventFacts(db, { dossierId, seq })
    expect(planNotices(event, facts).inbox).toEqual([])

    const came = new Date('2026-12-01T04:00:00Z')
    done(await confirmPapers({ ...(await act(desk, dossierId)), at: came }))
    expect((await findEvents(db, dossierId)).at(-1)?.details).toMatchObject({ late: true })
    expect(await findBreaches(db, dossierId)).toMatchObject([{ endedAt: came }])
  })

  it('has nothing to say of papers that came in time, or that nobody sent', async () => {
    const came = await aPassedDossier(['rp-licence'])
    done(await confirmPapers({ ...(await act(came.desk, came.dossierId)), at: DUE }))
    const electronic = await aPassedDossier()
    await watchElsewhere(AFTER)
    expect(await watched(came.dossierId)).toEqual([])
    expect(await watched(electronic.dossierId)).toEqual([])
  })
})
