import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { findDossier } from '@/db/queries/dossiers'
import { findEvents } from '@/db/queries/events'
import { inboxNotices } from '@/db/schema/notifications'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { assignDossier } from '@/lib/dossiers/assign-dossier'
import { assignableOfficers } from '@/lib/dossiers/assignment/assignable-officers'
import { claimDossier } from '@/lib/dossiers/assignment/claim-dossier'
import { declareConflict } from '@/lib/dossiers/assignment/declare-conflict'
import { takeOver } from '@/lib/dossiers/assignment/take-over'
import { renderDraft } from '@/lib/dossiers/find-draft'
import { openFile } from '@/lib/dossiers/open-file'
import { readRegister } from '@/lib/dossiers/register/register-data'
import { viewForOffice } from '@/lib/dossiers/view-dossier'
import { listQueue } from '@/lib/dossiers/work-queue'
import { noticeToOfficers } from '@/lib/notifications/officer-notices'
import { deputy, director, inPlaceOf, type Officer } from './lending'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, setTheStage } from './stage'
import { act, aDossierForTheLeader, done } from './walk'

let endStage: () => Promise<void>
beforeAll(async () => {
  endStage = await setTheStage()
})
afterAll(() => endStage())

const reason = 'Người nộp là em ruột của tôi.'
const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code
const declare = async (officer: Officer, dossierId: string) =>
  declareConflict({ ...(await act(officer, dossierId)), reason })
const look = async (officer: Officer, dossierId: string) =>
  (await viewForOffice(officer, { dossierId, at: MONDAY })).ok
const listed = async (officer: Officer, key: string) =>
  (await listQueue(officer, { key }))?.rows.map(({ id }) => id) ?? []

async function aCase(): Promise<{ dossierId: string; officer: Officer }> {
  const dossierId = await aPaidDossier(await anApplicant())
  done(await acceptDossier(await act(await anOfficer('deskOfficer'), dossierId)))
  const officer = await anOfficer('caseOfficer')
  done(await claimDossier(await act(officer, dossierId)))
  return { dossierId, officer }
}

describe('a declared interest', () => {
  it('takes the dossier out of the officer’s sight: page, queues, papers', async () => {
    const { dossierId, officer } = await aCase()
    const paper = (await findFiledPapers(db, dossierId)).flatMap(({ files }) => files)[0]
    const fileId = paper?.fileId ?? ''
    expect(await look(officer, dossierId)).toBe(true)
    expect(await listed(officer, 'mine')).toContain(dossierId)
    expect((await openFile(officer, fileId)).ok).toBe(true)

    done(await declare(officer, dossierId))
    expect(await look(officer, dossierId)).toBe(false)
    for (const key of ['mine', 'assign', 'all'])
      expect(await listed(officer, key)).not.toContain(dossierId)
    expect((await openFile(officer, fileId)).ok).toBe(false)
    expect(code(await takeOver({ ...(await act(officer, dossierId)), reason }))).toBe('not-found')
    expect(code(await declare(officer, dossierId))).toBe('not-found')
  })

  it('leaves the dossier on nobody’s desk, in its state, for a colleague', async () => {
    const { dossierId, officer } = await aCase()
    done(await declare(officer, dossierId))
    expect(await findDossier(db, dossierId)).toMatchObject({
      state: 'appraisal',
      assigneePostId: null,
    })
    const head = await anOfficer('headOfDivision')
    expect(await listed(head, 'assign')).toContain(dossierId)
    const asked = { dossierId, agencyId: 'syt-01', assigneePostId: null, at: MONDAY }
    const offered = (await assignableOfficers(asked)).map(({ post }) => post.id)
    expect(offered).not.toContain(officer.capacity.postId)
    const again = await assignDossier({
      ...(await act(head, dossierId)),
      postId: officer.capacity.postId,
    })
    expect(code(again)).toBe('officer-in-conflict')
    const [other = ''] = offered
    done(await assignDossier({ ...(await act(head, dossierId)), postId: other }))
    expect(await findDossier(db, dossierId)).toMatchObject({ assigneePostId: other })
  })

  it('stands in the record by post and hash, without its words', async () => {
    const { dossierId, officer } = await aCase()
    done(await declare(officer, dossierId))
    const last = (await findEvents(db, dossierId)).at(-1)
    expect(last).toMatchObject({ type: 'declare-conflict', toState: 'appraisal' })
    expect(last?.details).toMatchObject({ postId: officer.capacity.postId })
    expect(JSON.stringify(last)).not.toContain('em ruột')
  })

  it('hides whose dossier it is in the register, which stays whole', async () => {
    const { dossierId } = await aCase()
    const desk = await anOfficer('deskOfficer')
    const reference = (await findDossier(db, dossierId))?.dossierCode
    const ownerIn = async () => {
      const day = '2026-11-23'
      const register = await readRegister(desk, { from: day, to: day, at: MONDAY })
      return register.ok && register.value.rows.find((row) => row.code === reference)?.owner
    }
    const before = await ownerIn()
    expect(before).toBeTruthy()
    done(await declare(desk, dossierId))
    expect(await ownerIn()).toBe('(không hiển thị)')
  })

  it('keeps the officer out of the notices about it', async () => {
    const { dossierId, officer } = await aCase()
    const head = await anOfficer('headOfDivision')
    done(await declare(officer, dossierId))
    const address = ({ personId, fullName }: Officer) => ({ personId, fullName, email: null })
    await inTransaction((tx) =>
      noticeToOfficers(tx, {
        dossierId,
        seq: 1,
        duty: 'overdue',
        about: MONDAY.toISOString(),
        officers: [address(officer), address(head)],
      }),
    )
    const told = await db.select().from(inboxNotices).where(eq(inboxNotices.dossierId, dossierId))
    const officers = told.filter(({ kind }) => kind === 'officer-duty')
    expect(officers.map(({ personId }) => personId)).toEqual([head.personId])
  })

  it.each(['deskOfficer', 'headOfDivision', 'agencyLeader', 'recordsClerk'] as const)(
    'may be declared by the %s, and takes nobody’s work away',
    async (role) => {
      const { dossierId, officer } = await aCase()
      const other = await anOfficer(role)
      done(await declare(other, dossierId))
      expect(await look(other, dossierId)).toBe(false)
      expect(await findDossier(db, dossierId)).toMatchObject({
        assigneePostId: officer.capacity.postId,
      })
    },
  )

  it.each([
    ['administrator', 'syt-01'],
    ['caseOfficer', 'syt-79'],
  ] as const)('is not for the %s of %s, for whom the dossier never was', async (role, agencyId) => {
    const { dossierId } = await aCase()
    expect(code(await declare(await anOfficer(role, { agencyId }), dossierId))).toBe('not-found')
  })

  it('of a leader binds whoever stands in for them', async () => {
    const dossierId = await aDossierForTheLeader()
    const leader = await director()
    const standIn = await inPlaceOf(leader, await deputy())
    expect((await renderDraft(standIn, { dossierId, part: 'licence' })).ok).toBe(true)
    done(await declare(leader, dossierId))
    expect(await look(standIn, dossierId)).toBe(false)
    expect(await listed(standIn, 'approval')).not.toContain(dossierId)
    expect(await look(await deputy(), dossierId)).toBe(true)
  })
})
