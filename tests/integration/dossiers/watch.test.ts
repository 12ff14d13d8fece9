import { and, eq, inArray, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { findBreaches } from '@/db/queries/watch'
import { inboxNotices, outgoingMessages } from '@/db/schema/notifications'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { watchDeadlines } from '@/lib/dossiers/watch/watch-deadlines'
import { sendApology } from '@/lib/letters/send-apology'
import { notify } from '@/lib/notifications/notify'
import { anApplicant, anOfficer, aPaidDossier, setTheStage } from './stage'
import { act, done } from './walk'

let leaveTheStage: () => Promise<void>
beforeAll(async () => {
  leaveTheStage = await setTheStage()
})
afterAll(() => leaveTheStage())

const at = (written: string) => new Date(`${written}:00+07:00`)
const typesOf = async (dossierId: string) =>
  (await findEvents(db, dossierId)).map(({ type, details }) =>
    typeof details['kind'] === 'string' ? `${type} ${details['kind']}` : type,
  )

async function anAssignedDossier(): Promise<string> {
  const dossierId = await aPaidDossier(await anApplicant())
  const officer = await anOfficer('caseOfficer')
  done(await acceptDossier(await act(await anOfficer('deskOfficer'), dossierId)))
  const assigned = { ...(await act(await anOfficer('headOfDivision'), dossierId)) }
  done(await assignDossier({ ...assigned, postId: officer.capacity.postId }))
  return dossierId
}

describe('the deadline watch', () => {
  it('tells the desk of a new dossier, and records that the answer is late', async () => {
    const dossierId = await aPaidDossier(await anApplicant())
    const due = (await findDossier(db, dossierId))?.acceptanceDueAt
    if (!due) throw new Error('no clock')
    await watchDeadlines(new Date(due.getTime() - 60_000))
    await watchDeadlines(due)
    expect(await typesOf(dossierId)).toEqual(['submit', 'fee-paid', 'remind new-dossier'])
    const late = new Date(due.getTime() + 60_000)
    await Promise.all([watchDeadlines(late), watchDeadlines(late)])
    expect(await typesOf(dossierId)).toEqual([
      'submit',
      'fee-paid',
      'remind new-dossier',
      'record-breach acceptance-late',
    ])
    expect(await findBreaches(db, dossierId)).toMatchObject([
      { kind: 'acceptance-late', dueAt: due, endedAt: null },
    ])
  })

  it('catches up after a standstill: one breach, one apology, and the heads know', async () => {
    const dossierId = await anAssignedDossier()
    // Due on Friday 22/01/2027; the watch stood still since November.
    const now = at('2027-01-25T08:00')
    await watchDeadlines(now)
    await watchDeadlines(at('2027-02-20T08:00'))
    const types = await typesOf(dossierId)
    expect(types.filter((type) => type.startsWith('record-breach'))).toEqual([
      'record-breach overdue',
    ])
    const seq = types.indexOf('record-breach overdue') + 1
    await notify({ dossierId, seq })
    await notify({ dossierId, seq })
    const letters = await db
      .select({ kind: outgoingMessages.kind, channel: outgoingMessages.channel })
      .from(outgoingMessages)
      .where(and(eq(outgoingMessages.dossierId, dossierId), eq(outgoingMessages.seq, seq)))
    const apologies = letters.filter(({ kind }) => kind === 'overdue-apology')
    expect(apologies.map(({ channel }) => channel).toSorted()).toEqual(['email', 'sms'])
    const told = await db
      .select({ personId: inboxNotices.personId })
      .from(inboxNotices)
      .where(and(eq(inboxNotices.dossierId, dossierId), eq(inboxNotices.kind, 'officer-duty')))
    const head = await anOfficer('headOfDivision')
    expect(told.map(({ personId }) => personId)).toContain(head.personId)
  })

  describe('and the head', () => {
    const saidOf = async (dossierId: string) => {
      const kinds = [inArray(outgoingMessages.kind, ['overdue-apology', 'late-apology'])]
      const sent = await db
        .select({ kind: outgoingMessages.kind })
        .from(outgoingMessages)
        .where(and(eq(outgoingMessages.dossierId, dossierId), ...kinds))
      const lines = await db
        .select({ kind: inboxNotices.kind, params: inboxNotices.params })
        .from(inboxNotices)
        .where(and(eq(inboxNotices.dossierId, dossierId), ne(inboxNotices.kind, 'officer-duty')))
      return {
        sent: [...new Set(sent.map(({ kind }) => kind))],
        lines: lines.filter(({ kind }) => kind.endsWith('-apology')),
      }
    }
    const sayings = async (dossierId: string) => {
      await watchDeadlines(at('2027-01-25T08:00'))
      const seq = (await typesOf(dossierId)).indexOf('record-breach overdue') + 1
      const watch = () => notify({ dossierId, seq })
      const actor = await anOfficer('headOfDivision')
      const words = { reason: 'Chờ kết quả giám định.', expectedOn: '2027-02-03' }
      const head = async () =>
        sendApology({ ...(await act(actor, dossierId)), ...words, at: at('2027-01-25T09:00') })
      return { watch, head }
    }

    it('apologise once: where the watch was first, the reason joins its line and nothing is sent', async () => {
      const dossierId = await anAssignedDossier()
      const { watch, head } = await sayings(dossierId)
      await watch()
      done(await head())
      await watch()
      expect(await head()).toMatchObject({ refusal: { code: 'no-breach' } })
      expect(await saidOf(dossierId)).toMatchObject({
        sent: ['overdue-apology'],
        lines: [{ kind: 'late-apology', params: { reason: 'Chờ kết quả giám định.' } }],
      })
    })

    it('apologise once: where the head was first, the watch is silent', async () => {
      const dossierId = await anAssignedDossier()
      const { watch, head } = await sayings(dossierId)
      done(await head())
      await watch()
      expect(await saidOf(dossierId)).toMatchObject({
        sent: ['late-apology'],
        lines: [{ kind: 'late-apology' }],
      })
    })
  })

  it('asks for the extension at three and at two working days, and on the last day, once each', async () => {
    const dossierId = await anAssignedDossier()
    for (const now of [
      '2027-01-18T09:00',
      '2027-01-19T09:00',
      '2027-01-19T15:00',
      '2027-01-20T09:00',
      '2027-01-21T09:00',
      '2027-01-22T09:00',
    ])
      await watchDeadlines(at(now))
    const reminders = (await typesOf(dossierId)).filter((type) => type.includes('extend'))
    expect(reminders).toEqual(['remind extend-first', 'remind extend-last', 'remind extend-today'])
  })
})
