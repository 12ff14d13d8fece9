import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { consumeOneTimeCode, requestOneTimeCode } from '@/lib/identity/one-time-code'
import { anOfficer, setTheStage } from '../dossiers/stage'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

it('an officer may ask for a second code for the same document; only the newer one counts', async () => {
  const actor = await anOfficer('agencyLeader')
  const binding = { purpose: 'approve', subject: 'dossier:hash' }
  const codes = ['111111', '222222']
  for (const code of codes) {
    const sent = await requestOneTimeCode({ actor, ...binding }, { newCode: () => code })
    expect(sent).toMatchObject({ ok: true })
  }
  const spend = (code: string) =>
    inTransaction((tx) => consumeOneTimeCode(tx, { personId: actor.personId, ...binding, code }))
  expect(await spend('111111')).toEqual({ ok: false, refusal: { code: 'code-wrong' } })
  expect(await spend('222222')).toMatchObject({ ok: true })
  expect(await spend('222222')).toEqual({ ok: false, refusal: { code: 'code-used' } })
})
