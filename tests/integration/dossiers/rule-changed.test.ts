import { afterAll, beforeAll, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { appendDefinition, findDefinition } from '@/db/queries/definitions'
import { viewForOffice } from '@/lib/dossiers/view-dossier'
import { newId } from '@/lib/shared/ids'
import { anApplicant, anOfficer, aPaidDossier, MONDAY, PROCEDURE, setTheStage } from './stage'
import { done } from './walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const WANTED = { kind: 'procedure', key: PROCEDURE } as const
const LATER = new Date('2026-12-02T03:00:00Z')

it('a dossier keeps the rules it was filed under, and the officer is told of new ones', async () => {
  const dossierId = await aPaidDossier(await anApplicant())
  const desk = await anOfficer('deskOfficer')
  const before = await findDefinition(db, { ...WANTED, day: '2026-11-23' })
  if (!before) throw new Error('the procedure is not loaded')
  const body = { ...Object(before.body), name: { vi: 'Tên mới', en: 'A new name' } }
  const next = { ...before, id: newId(), version: before.version + 1, hash: 'another', body }
  await inTransaction((tx) => appendDefinition(tx, { ...next, effectiveFrom: '2026-12-01' }))

  expect((await findDefinition(db, { ...WANTED, day: '2026-12-02' }))?.id).toBe(next.id)
  const now = done(await viewForOffice(desk, { dossierId, at: MONDAY }))
  const later = done(await viewForOffice(desk, { dossierId, at: LATER }))
  expect([now.ruleChanged, later.ruleChanged]).toEqual([false, true])
  expect(later.procedure.name).toEqual(now.procedure.name)
})
