import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { findYearFigures } from '@/lib/administration/published-procedures'
import { acceptDossier } from '@/lib/dossiers/accept-dossier'
import { clock } from '@/lib/server/business-clock'
import { anIssuedLicence } from '../dossiers/outcome-walk'
import {
  anApplicant,
  anOfficer,
  aPaidDossier,
  MONDAY,
  PROCEDURE,
  setTheStage,
} from '../dossiers/stage'
import { act, done } from '../dossiers/walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())
beforeEach(() => void vi.spyOn(clock, 'now').mockReturnValue(MONDAY))

const nothing = { received: 0, solved: 0, solvedInTime: 0 }

it('counts what a procedure received and solved this year, and nothing of another', async () => {
  const before = (await findYearFigures(PROCEDURE)) ?? nothing
  const others = await findYearFigures('gphn-new')
  const desk = await anOfficer('deskOfficer')
  done(await acceptDossier(await act(desk, await aPaidDossier(await anApplicant()))))
  expect(await findYearFigures(PROCEDURE)).toEqual({ ...before, received: before.received + 1 })
  await anIssuedLicence()
  expect(await findYearFigures(PROCEDURE)).toEqual({
    received: before.received + 2,
    solved: before.solved + 1,
    solvedInTime: before.solvedInTime + 1,
  })
  expect(await findYearFigures('gphn-new')).toEqual(others)
  expect((await findYearFigures())?.received).toBeGreaterThanOrEqual(before.received + 2)
})

it('has nothing to show, not zeros, for a procedure of which nothing was received', async () => {
  expect(await findYearFigures('insecticide-registration-new')).toBeUndefined()
})
