import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { changeDossier, findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { findBreaches, insertBreach } from '@/db/queries/watch'
import { inboxNotices, outgoingMessages } from '@/db/schema/notifications'
import { refusedAttempts } from '@/db/schema/turns'
import { openWait } from '@/lib/deadlines/clock-run'
import type { PersonActor } from '@/lib/identity/actor'
import { cancelStop, requestStop } from '@/lib/letters/request-stop'
import { sendApology } from '@/lib/letters/send-apology'
import { withdrawDossier } from '@/lib/letters/withdraw-dossier'
import { readInbox } from '@/lib/notifications/inbox'
import { notify } from '@/lib/notifications/notify'
import { newId } from '@/lib/shared/ids'
import { findLetter } from '@/lib/verification/find-letter'
import {
  aDossierUnderWork,
  apply,
  ask,
  DUE,
  grant,
  issueLetter,
  local,
  REASON,
} from './letter-walk'
import { anApplicant, anOfficer, aPaidDossier, setTheStage } from './stage'
import { act, done } from './walk'

let end: () => Promise<void>
let owner: PersonActor
beforeAll(async () => {
  end = await setTheStage()
  owner = await anApplicant()
})
afterAll(() => end())

const refused = (code: string) => ({ ok: false, refusal: { code } })

/** Runs the notices of all events so far and gives the lines about the dossier, oldest first. */
async function linesAbout(dossierId: string, locale: 'vi' | 'en' = 'vi'): Promise<string[]> {
  for (const { seq } of await findEvents(db, dossierId)) await notify({ dossierId, seq })
  const lines = await readInbox(owner.personId, locale)
  return lines.filter((line) => line.dossierId === dossierId).map(({ text }) => text)
}

async function wish(dossierId: string, at = local('2026-12-02T09:20')) {
  return { ...(await act(owner, dossierId)), reason: '', channel: 'online' as const, at }
}

describe('what the applicant is told', () => {
  it('of an extension: sorry, both dates, the reason, who signed, the number of the letter', async () => {
    const dossierId = await aDossierUnderWork(owner)
    done(await ask(dossierId))
    await issueLetter(dossierId, 'extension-letter')
    done(await apply(dossierId))
    const lines = await linesAbout(dossierId)
    expect(lines.some((line) => line.includes('xin lỗi và đề nghị gia hạn'))).toBe(true)
    expect(lines.some((line) => line.includes('từ 22/01/2027 sang 29/01/2027'))).toBe(true)
    expect(lines.some((line) => /số \d{2,}\/SYT-NVY/.test(line))).toBe(true)
    expect((await linesAbout(dossierId, 'en')).join()).toContain('apologises')
    const mails = await db
      .select()
      .from(outgoingMessages)
      .where(eq(outgoingMessages.dossierId, dossierId))
    const granted = mails.find(({ kind }) => kind === 'extension-granted')
    expect(granted?.params).toMatchObject({
      oldDue: DUE.toISOString(),
      newDay: '2027-01-29',
      reason: REASON,
      signer: 'Nguyễn Văn Mẫu, Giám đốc',
    })
  })

  it('of a withdrawal with the fee owed back, and of a stop from request to notice', async () => {
    const withdrawn = await aPaidDossier(owner)
    done(await withdrawDossier(await wish(withdrawn)))
    expect((await linesAbout(withdrawn)).join()).toContain('đã được rút')
    const stopped = await aDossierUnderWork(owner)
    done(await requestStop(await wish(stopped)))
    done(await grant(stopped, 'stop-notice'))
    const lines = await linesAbout(stopped)
    expect(lines.some((line) => line.includes('Đã nhận yêu cầu dừng'))).toBe(true)
    expect(lines.some((line) => line.includes('đã dừng giải quyết theo yêu cầu'))).toBe(true)
  })
})

describe('too late for a letter', () => {
  async function aLateDossier() {
    const dossierId = await aDossierUnderWork(owner)
    const breach = {
      id: newId(),
      dossierId,
      agencyId: 'syt-01',
      kind: 'overdue' as const,
      clockKey: 'appraisal',
      dueAt: DUE,
      recordedAt: local('2027-01-23T00:05'),
    }
    await inTransaction((tx) => insertBreach(tx, breach))
    return dossierId
  }
  const apologise = async (who: PersonActor, dossierId: string, expectedOn = '2027-02-03') =>
    sendApology({
      ...(await act(who, dossierId)),
      reason: REASON,
      expectedOn,
      at: local('2027-01-25T09:00'),
    })

  it('the head apologises once, tied to the breach; no date moves', async () => {
    const dossierId = await aLateDossier()
    const before = await findDossier(db, dossierId)
    const head = await anOfficer('headOfDivision')
    const both = await Promise.all([apologise(head, dossierId), apologise(head, dossierId)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await apologise(head, dossierId)).toEqual(refused('no-breach'))
    const [breach] = await findBreaches(db, dossierId)
    const [notice] = await db
      .select()
      .from(inboxNotices)
      .where(eq(inboxNotices.id, breach?.apologyMessageId ?? newId()))
    expect(notice).toMatchObject({
      kind: 'late-apology',
      params: { reason: REASON, expectedOn: '2027-02-03', signer: 'Vũ Đức Thắng, Trưởng phòng' },
    })
    expect(await findDossier(db, dossierId)).toEqual(before)
  })

  it('is for nobody below the head, for no other agency, and for no day that has passed', async () => {
    const dossierId = await aLateDossier()
    const officer = await anOfficer('caseOfficer')
    const elsewhere = await anOfficer('agencyLeader', { agencyId: 'syt-79' })
    const leader = await anOfficer('agencyLeader')
    expect(await apologise(officer, dossierId)).toEqual(refused('not-permitted'))
    expect(await apologise(elsewhere, dossierId)).toEqual(refused('not-found'))
    expect(await apologise(leader, dossierId, '2027-01-22')).toEqual(
      refused('expected-in-the-past'),
    )
    done(await apologise(leader, dossierId))
  })
})

describe('what the law refuses', () => {
  it('is written down, although the flow would have let it through', async () => {
    const dossierId = await aDossierUnderWork(owner)
    await ask(dossierId, { at: local('2027-01-22T08:00') })
    const attempts = await db
      .select()
      .from(refusedAttempts)
      .where(eq(refusedAttempts.dossierId, dossierId))
    expect(attempts).toMatchObject([
      { event: 'ask-extension', code: 'too-late-to-extend', state: 'appraisal' },
    ])
  })
})

describe('a wish to stop while the applicant is awaited anyway', () => {
  it('changes no clock and no date to answer by, also when it is taken back', async () => {
    const dossierId = await aDossierUnderWork(owner)
    const asked = local('2026-11-25T09:00').toISOString()
    const replyDueAt = local('2026-12-10T17:00')
    const clocks = (await findDossier(db, dossierId))?.clocks ?? []
    const waiting = clocks.map((run, index) =>
      index === clocks.length - 1 ? openWait(run, { from: asked, effect: 'restart' }) : run,
    )
    const stands = { clocks: waiting, dueAt: null, replyDueAt }
    await inTransaction((tx) =>
      changeDossier(tx, dossierId, { ...stands, state: 'supplement', nationalState: 5 }),
    )
    done(await requestStop(await wish(dossierId)))
    expect(await findDossier(db, dossierId)).toMatchObject({ state: 'stop-requested', ...stands })
    done(await cancelStop(await wish(dossierId, local('2026-12-03T09:20'))))
    expect(await findDossier(db, dossierId)).toMatchObject({ state: 'supplement', ...stands })
  })
})

describe('a letter by its code', () => {
  it('is known once it is issued, without a word of whom it is about', async () => {
    const dossierId = await aDossierUnderWork(owner)
    done(await ask(dossierId))
    const code = (await findDocument(db, dossierId, 'extension-letter'))?.verifyCode ?? ''
    expect(await findLetter(code)).toBeUndefined()
    await issueLetter(dossierId, 'extension-letter')
    const facts = await findLetter(` ${code.toLowerCase()} `)
    expect(facts).toMatchObject({
      kind: 'extension-letter',
      issuedOn: '2026-11-23',
      agency: { vi: 'Sở Y tế thành phố Hà Nội' },
    })
    expect(JSON.stringify(facts)).not.toContain('Mẫu')
  })
})
