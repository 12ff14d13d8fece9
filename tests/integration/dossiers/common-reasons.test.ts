import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commonestReasons } from '@/lib/administration/commonest-reasons'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'
import { setTheStage } from './stage'
import { askAndRelease, askAtIntake, aWalk, aWalkInAppraisal } from './supplement-walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

describe('the commonest reasons for supplements', () => {
  it('are said from the third dossier on, at once, by field and paper, in the words of the library', async () => {
    await askAtIntake(await aWalk())
    await askAtIntake(await aWalk())
    // Two could tell somebody what happened to a neighbour.
    expect(await commonestReasons(CLINIC)).toEqual([])
    await askAndRelease(await aWalkInAppraisal())
    const reasons = await commonestReasons(CLINIC)
    expect(reasons.map(({ kind, key }) => [kind, key])).toEqual([
      ['field', 'facility_name'],
      ['paper', 'rp-licence'],
    ])
    const library = CLINIC.reasons.map(({ text }) => text.vi)
    expect(reasons.every(({ text }) => library.includes(text.vi))).toBe(true)
    // What the officer wrote in this one case is in none of it.
    expect(JSON.stringify(reasons)).not.toContain('Trang 2 mờ')
  })

  it('are those of the procedure alone', async () => {
    const other = new Map(shippedProcedures()).get('gphn-new')
    if (!other) throw new Error('there is no other procedure')
    expect(await commonestReasons(other)).toEqual([])
  })
})
