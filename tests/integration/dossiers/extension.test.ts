import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDocument, findDocumentFile } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { findExtension } from '@/db/queries/extensions'
import { askExtension } from '@/lib/letters/ask-extension'
import { declineExtension } from '@/lib/letters/decline-extension'
import {
  aDossierUnderWork,
  apply,
  ask,
  DUE,
  dueOn,
  grant,
  issueLetter,
  local,
  REASON,
  typesOf,
} from './letter-walk'
import { anOfficer, setTheStage } from './stage'
import { act, done } from './walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const dueAt = async (dossierId: string) => (await findDossier(db, dossierId))?.dueAt
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('an extension in time', () => {
  it('moves the date once, by the letter, and keeps both dates in the record', async () => {
    const dossierId = await aDossierUnderWork()
    expect(await dueAt(dossierId)).toEqual(DUE)
    done(await ask(dossierId))
    expect(await dueAt(dossierId)).toEqual(DUE)
    await issueLetter(dossierId, 'extension-letter')
    expect(await dueAt(dossierId)).toEqual(DUE)
    done(await apply(dossierId))
    expect(await dueAt(dossierId)).toEqual(local('2027-01-29T17:00'))
    const last = (await findEvents(db, dossierId)).at(-1)
    expect(last).toMatchObject({
      type: 'apply-extension',
      details: {
        toDay: '2027-01-29',
        dueMoved: [
          { key: 'appraisal', before: DUE.toISOString(), after: '2027-01-29T10:00:00.000Z' },
        ],
      },
    })
    expect(await ask(dossierId, { toDay: '2027-02-03' })).toMatchObject(refused('extension-used'))
    expect(await apply(dossierId)).toMatchObject(refused('no-granted-extension'))
  })

  it('names reason, both dates and the signer in the letter, with number and date of its series', async () => {
    const dossierId = await aDossierUnderWork()
    done(await ask(dossierId))
    await issueLetter(dossierId, 'extension-letter')
    const letter = await findDocument(db, dossierId, 'extension-letter')
    expect(letter).toMatchObject({ state: 'issued', issuedOn: '2026-11-23' })
    expect(letter?.number).toMatch(/^\d{2,}\/SYT-NVY$/)
    expect(letter?.data).toMatchObject({
      reason: REASON,
      originalDueAt: DUE.toISOString(),
      newDueAt: '2027-01-29T10:00:00.000Z',
      signature: { signerName: 'Nguyễn Văn Mẫu' },
    })
  })

  it.each([
    ['not later', '2027-01-22', 'not-later'],
    ['on a Saturday', '2027-01-30', 'not-a-working-day'],
    ['in Tết', '2027-02-08', 'not-a-working-day'],
  ])('refuses a day that is %s', async (_, toDay, code) => {
    const dossierId = await aDossierUnderWork()
    expect(await ask(dossierId, { toDay })).toMatchObject(refused(code))
    expect(await typesOf(dossierId)).not.toContain('ask-extension')
  })

  it('is asked once at a time; of two leaders one grants', async () => {
    const dossierId = await aDossierUnderWork()
    done(await ask(dossierId))
    expect(await ask(dossierId)).toMatchObject(refused('extension-asked'))
    const outcomes = [await grant(dossierId, 'extension-letter')]
    outcomes.push(await grant(dossierId, 'extension-letter', { nth: 1 }))
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false])
    expect(outcomes[1]).toMatchObject(refused('nothing-to-sign'))
  })

  it('binds the code to the letter that was looked at', async () => {
    const dossierId = await aDossierUnderWork()
    done(await ask(dossierId))
    const other = { contentHash: 'f'.repeat(64) }
    expect(await grant(dossierId, 'extension-letter', other)).toMatchObject(
      refused('draft-changed'),
    )
    expect(await typesOf(dossierId)).not.toContain('grant-extension')
  })
})

describe('the hard gate', () => {
  it.each([
    {
      name: 'in the last minute of the day before',
      due: DUE,
      at: '2027-01-21T23:59',
      lawful: true,
    },
    { name: 'on the due day itself', due: DUE, at: '2027-01-22T00:00', lawful: false },
    {
      name: 'on the last day of Tết for a date right after it',
      due: local('2027-02-11T17:00'),
      at: '2027-02-10T20:00',
      lawful: true,
    },
    {
      name: 'on the first office day after Tết',
      due: local('2027-02-11T17:00'),
      at: '2027-02-11T00:01',
      lawful: false,
    },
  ])('a letter signed $name', async ({ due, at, lawful }) => {
    const dossierId = await aDossierUnderWork()
    await dueOn(dossierId, due)
    done(await ask(dossierId, { toDay: '2027-02-26' }))
    const granted = await grant(dossierId, 'extension-letter', { at: local(at) })
    expect(granted.ok).toBe(lawful)
    if (!lawful) expect(granted).toMatchObject(refused('too-late-to-extend'))
    expect((await typesOf(dossierId)).includes('grant-extension')).toBe(lawful)
  })

  it('closes for asking too: nobody could grant it', async () => {
    const dossierId = await aDossierUnderWork()
    expect(await ask(dossierId, { at: local('2027-01-22T08:00') })).toMatchObject(
      refused('too-late-to-extend'),
    )
  })

  it('does not let a letter about an old date through', async () => {
    const dossierId = await aDossierUnderWork()
    done(await ask(dossierId))
    await dueOn(dossierId, local('2027-01-25T17:00'))
    expect(await grant(dossierId, 'extension-letter')).toMatchObject(refused('due-moved'))
  })
})

describe('a leader who says no', () => {
  it('leaves the dossier as it was, and the unit may ask anew', async () => {
    const dossierId = await aDossierUnderWork()
    done(await ask(dossierId))
    const leader = await anOfficer('agencyLeader')
    const before = await typesOf(dossierId)
    const no = { ...(await act(leader, dossierId)), reason: 'Còn đủ thời gian, tăng cường người.' }
    done(await declineExtension(no))
    expect(await typesOf(dossierId)).toEqual(before)
    expect(await findExtension(db, dossierId, ['declined'])).toMatchObject({
      declineReason: no.reason,
      declinedBy: leader.capacity.postId,
    })
    expect(await grant(dossierId, 'extension-letter')).toMatchObject(refused('nothing-to-sign'))
    done(await ask(dossierId))
  })

  it('is the leader: nobody else declines', async () => {
    const dossierId = await aDossierUnderWork()
    done(await ask(dossierId))
    const head = await anOfficer('headOfDivision')
    const no = { ...(await act(head, dossierId)), reason: 'Không đồng ý.' }
    expect(await declineExtension(no)).toEqual(refused('not-permitted'))
  })
})

describe('who may', () => {
  it.each([
    ['deskOfficer', 'syt-01', 'not-permitted'],
    ['agencyLeader', 'syt-01', 'not-permitted'],
    ['deskOfficer', 'syt-79', 'not-found'],
  ] as const)('%s of %s asks for no extension', async (role, agencyId, code) => {
    const dossierId = await aDossierUnderWork()
    const officer = await anOfficer(role, { agencyId })
    const wish = { reason: REASON, toDay: '2027-01-29', at: local('2027-01-19T09:00') }
    const asked = await askExtension({ ...(await act(officer, dossierId)), ...wish })
    expect(asked).toMatchObject(refused(code))
  })

  it('only the desk changes the date, and only with a letter', async () => {
    const dossierId = await aDossierUnderWork()
    expect(await apply(dossierId)).toMatchObject(refused('no-granted-extension'))
    done(await ask(dossierId))
    expect(await apply(dossierId)).toMatchObject(refused('no-granted-extension'))
    expect(await dueAt(dossierId)).toEqual(DUE)
    const letter = await findDocument(db, dossierId, 'extension-letter')
    expect(await findDocumentFile(db, letter?.id ?? '', 'signed')).toBeUndefined()
  })
})
