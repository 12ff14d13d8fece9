import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { findCorrections } from '@/db/queries/inspections'
import { inspectionAllowsGrant } from '@/lib/dossiers/inspections/inspection-outcome'
import {
  demandAgain,
  recordRecheck,
  reportCorrections,
} from '@/lib/dossiers/inspections/site-corrections'
import type { PersonActor } from '@/lib/identity/actor'
import { anApplicant, type anOfficer, setTheStage } from './stage'
import { aWalkInAppraisal } from './supplement-walk'
import { close, judge, must, plan } from './visit'
import { act } from './walk'

let end: () => Promise<void>
let owner: PersonActor
let officer: Awaited<ReturnType<typeof anOfficer>>
let dossierId: string
beforeAll(async () => {
  end = await setTheStage()
})
beforeEach(async () => {
  ;({ owner, officer, dossierId } = await aWalkInAppraisal())
})
afterAll(() => end())

const CORRECTIONS = [{ itemKey: 'waste', text: 'Ký hợp đồng xử lý chất thải y tế.' }]
const demanded = async (more = {}) => {
  must(await plan({ officer, dossierId }))
  await judge({ officer, dossierId }, ['waste'])
  const finding = 'pass-with-corrections' as const
  return close(
    { officer, dossierId },
    { finding, corrections: CORRECTIONS, dueDay: '2026-12-04', ...more },
  )
}
const at = (moment: string) => new Date(moment)
const later = async (actor: PersonActor, moment: string) => ({
  ...(await act(actor, dossierId)),
  at: at(moment),
})
const dossier = () => findDossier(db, dossierId)

describe('site corrections', () => {
  it('end the first clock and wait; the second starts at the report: Monday 30/11 gives Monday 14/12', async () => {
    must(await demanded())
    expect(await dossier()).toMatchObject({
      state: 'site-correction',
      nationalState: 4,
      dueAt: null,
      replyDueAt: at('2026-12-04T10:00:00Z'),
      issueDueAt: null,
    })
    expect(await inspectionAllowsGrant(db, dossierId)).toMatchObject({ ok: false })
    const report = { ...(await later(owner, '2026-11-30T02:00:00Z')), report: 'Đã ký hợp đồng.' }
    must(await reportCorrections(report))
    expect(await dossier()).toMatchObject({
      state: 'appraisal',
      replyDueAt: null,
      issueDueAt: at('2026-12-14T10:00:00Z'),
    })
  })

  it('met at the re-check let the licence be granted; not met they may be demanded again', async () => {
    must(await demanded())
    const report = { ...(await later(owner, '2026-11-30T02:00:00Z')), report: 'Đã ký hợp đồng.' }
    must(await reportCorrections(report))
    const note = 'Hợp đồng chưa có chữ ký.'
    must(
      await recordRecheck({ ...(await later(officer, '2026-12-01T02:00:00Z')), met: false, note }),
    )
    expect(await inspectionAllowsGrant(db, dossierId)).toMatchObject({ ok: false })
    const again = { ...(await later(officer, '2026-12-01T03:00:00Z')), dueDay: null }
    must(await demandAgain({ ...again, corrections: CORRECTIONS }))
    expect((await findCorrections(db, dossierId)).map(({ round }) => round)).toEqual([2, 1])
    must(
      await reportCorrections({
        ...(await later(owner, '2026-12-07T02:00:00Z')),
        report: 'Đã ký đủ.',
      }),
    )
    // 10 working days of Monday 07/12/2026.
    expect(await dossier()).toMatchObject({ issueDueAt: at('2026-12-21T10:00:00Z') })
    must(
      await recordRecheck({
        ...(await later(officer, '2026-12-08T02:00:00Z')),
        met: true,
        note: 'Đạt.',
      }),
    )
    expect(await inspectionAllowsGrant(db, dossierId)).toMatchObject({ ok: true })
  })

  it('are refused without words, with a day that is over, and to anybody but the owner', async () => {
    expect(await demanded({ corrections: [] })).toMatchObject({
      refusal: { code: 'nothing-to-correct' },
    })
    const late = { finding: 'pass-with-corrections' as const, corrections: CORRECTIONS }
    expect(await close({ officer, dossierId }, { ...late, dueDay: '2026-11-23' })).toMatchObject({
      refusal: { code: 'correction-due-past' },
    })
    must(await close({ officer, dossierId }, late))
    const report = { ...(await act(await anApplicant('Người Lạ'), dossierId)), report: 'Đã xong.' }
    expect(await reportCorrections(report)).toMatchObject({ refusal: { code: 'not-found' } })
    const own = { ...(await act(owner, dossierId)), report: 'Đã xong.' }
    must(await reportCorrections(own))
    expect(await reportCorrections(own)).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    expect(
      await recordRecheck({ ...(await act(owner, dossierId)), met: true, note: '' }),
    ).toMatchObject({ refusal: { code: 'not-permitted' } })
  })
})
