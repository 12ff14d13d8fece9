import { afterAll, beforeAll, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { insertConflict } from '@/db/queries/conflicts'
import { insertInboxNotice } from '@/db/queries/notifications'
import { gatherEventFacts } from '@/lib/notifications/gather-facts'
import { markOfficeRead, readOfficeInbox, unreadInOffice } from '@/lib/notifications/office-inbox'
import { newId } from '@/lib/shared/ids'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, setTheStage } from '../dossiers/stage'

let leaveTheStage: () => Promise<void>
beforeAll(async () => {
  leaveTheStage = await setTheStage()
})
afterAll(() => leaveTheStage())

const LATER = new Date(MONDAY.getTime() + 60_000)

/** Lines that a case officer got, two in each millisecond from a moment on. */
async function aDesk(lines: number, from = MONDAY, kind = 'officer-duty') {
  const officer = await anOfficer('caseOfficer')
  const dossierId = await aPaidDossier(await anApplicant())
  const { personId, capacity } = officer
  const { facts } = await gatherEventFacts(db, { dossierId, seq: 1 })
  const params = { ...facts.params, duty: 'overdue', about: MONDAY.toISOString() }
  await inTransaction(async (tx) => {
    for (let seq = 1; seq <= lines; seq += 1)
      await insertInboxNotice(tx, {
        id: newId(),
        personId,
        organisationId: null,
        dossierId,
        seq,
        kind,
        params,
        createdAt: new Date(from.getTime() + Math.floor(seq / 2)),
        readAt: null,
      })
  })
  const inbox = { personId, agencyId: capacity.agencyId, hiddenFrom: [personId] }
  return { inbox, dossierId }
}

const read = (inbox: Parameters<typeof readOfficeInbox>[0], after?: string) =>
  readOfficeInbox(inbox, { after, locale: 'vi' })

it('comes newest first, page by page without a gap, and counts the unread up to nine', async () => {
  const { inbox, dossierId } = await aDesk(35)
  const first = await read(inbox)
  const second = await read(inbox, first.next ?? undefined)
  expect([first.lines.length, second.lines.length, second.next]).toEqual([30, 5, null])
  const seen = [...first.lines, ...second.lines]
  expect(new Set(seen.map(({ id }) => id)).size).toBe(35)
  const times = seen.map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  expect(first.lines[0]).toMatchObject({ dossierId, unread: true })
  expect(first.lines[0]?.text).toContain('đã quá hạn')
  expect(await unreadInOffice(inbox)).toBe('9+')
  await markOfficeRead(inbox, newId())
  expect(await unreadInOffice(inbox)).toBe('9+')
  await markOfficeRead(inbox, dossierId)
  expect(await unreadInOffice(inbox)).toBeUndefined()
  expect((await read(inbox)).lines[0]?.unread).toBe(false)
})

it('shows one’s own lines alone: of this post’s agency, as an officer, without a declared interest', async () => {
  const { inbox, dossierId } = await aDesk(2, LATER)
  const of = async (wanted: typeof inbox) =>
    (await read(wanted)).lines.filter((line) => line.dossierId === dossierId).length
  expect(await of(inbox)).toBe(2)
  expect(await unreadInOffice(inbox)).toBe('2')
  expect(await of({ ...inbox, personId: newId() })).toBe(0)
  expect(await of({ ...inbox, agencyId: 'syt-79' })).toBe(0)
  const asApplicant = await aDesk(1, LATER, 'overdue-apology')
  expect((await read(inbox)).lines.some((line) => line.dossierId === asApplicant.dossierId)).toBe(
    false,
  )
  const { personId } = inbox
  const { postId } = (await anOfficer('caseOfficer')).capacity
  const declared = { dossierId, personId, postId, reason: 'Người nhà', declaredAt: MONDAY }
  await inTransaction((tx) => insertConflict(tx, declared))
  expect(await of(inbox)).toBe(0)
  expect((await read(inbox, 'nonsense')).lines).toEqual((await read(inbox)).lines)
})
