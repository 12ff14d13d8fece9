import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LendRefusal, lendPowers } from '@/lib/administration/delegations'
import { aPaper, deputy, director, inPlaceOf } from './lending'
import { anOfficer, setTheStage } from './stage'

let endStage: () => Promise<void>
beforeAll(async () => {
  endStage = await setTheStage()
})
afterAll(() => endStage())

const head = () => anOfficer('headOfDivision')
const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code

describe('a paper is refused', () => {
  it.each<[string, LendRefusal['code'], () => Promise<Parameters<typeof lendPowers>[0]>]>([
    ['to oneself', 'delegation-to-oneself', async () => aPaper(await director(), await director())],
    [
      'to another agency',
      'unknown-post',
      async () => aPaper(await director(), await anOfficer('agencyLeader', { agencyId: 'syt-79' })),
    ],
    [
      'to the administrator',
      'delegation-to-administrator',
      async () => aPaper(await director(), await anOfficer('administrator')),
    ],
    [
      'for acts the lender may not do',
      'power-not-held',
      async () => aPaper(await director(), await deputy(), { events: ['authorise-seal'] }),
    ],
    [
      'for an interest of one’s own',
      'power-not-held',
      async () => aPaper(await director(), await deputy(), { events: ['declare-conflict'] }),
    ],
    [
      'for nothing',
      'delegation-without-acts',
      async () => aPaper(await director(), await deputy(), { events: [] }),
    ],
    [
      'that ends before it begins',
      'delegation-period',
      async () => aPaper(await director(), await deputy(), { toDay: '2026-11-22' }),
    ],
    [
      'that is over already',
      'delegation-period',
      async () =>
        aPaper(await director(), await deputy(), { fromDay: '2026-11-01', toDay: '2026-11-22' }),
    ],
    [
      'for more than a year',
      'delegation-period',
      async () => aPaper(await director(), await deputy(), { toDay: '2027-11-23' }),
    ],
    [
      'dated after it holds',
      'delegation-paper-late',
      async () => aPaper(await director(), await deputy(), { paperDay: '2026-11-24' }),
    ],
    [
      'for a procedure nobody knows',
      'unknown-procedure',
      async () => aPaper(await director(), await deputy(), { procedures: ['nothing'] }),
    ],
    [
      'to sign, for whoever has no certificate of a leader',
      'no-certificate',
      async () => aPaper(await director(), await head()),
    ],
    [
      'of another officer',
      'delegation-not-yours',
      async () => ({ ...aPaper(await director(), await deputy()), actor: await deputy() }),
    ],
    [
      'of a case officer, whose powers come with the assignment',
      'delegation-not-yours',
      async () =>
        aPaper(await anOfficer('caseOfficer'), await anOfficer('caseOfficer', { nth: 1 }), {
          events: ['take-over'],
        }),
    ],
    [
      'by the administrator of another agency',
      'unknown-post',
      async () => ({
        ...aPaper(await director(), await deputy()),
        actor: await anOfficer('administrator', { agencyId: 'byt' }),
      }),
    ],
    [
      'to sign, of a deputy, who signs in the head’s place already',
      'borrowed-power',
      async () => aPaper(await deputy(), await director()),
    ],
    [
      'in a borrowed capacity: no chains',
      'borrowed-power',
      async () => {
        const standIn = await inPlaceOf(await director(), await deputy())
        return { ...aPaper(standIn, await head()), events: ['assign'] }
      },
    ],
  ])('%s (%s)', async (_, refusal, paper) => {
    expect(code(await lendPowers(await paper()))).toBe(refusal)
  })

  it('not from the agency’s own administrator, who enters the leader’s paper', async () => {
    const paper = aPaper(await director(), await deputy())
    const lent = await lendPowers({ ...paper, actor: await anOfficer('administrator') })
    expect(lent.ok).toBe(true)
  })
})
