import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { findPaperForUpdate } from '@/db/queries/files'
import { rulesAt } from '@/lib/casework/form-rules'
import { originsOf } from '@/lib/drafts/prefill'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { viewStore } from '@/lib/reuse/store'
import { MONDAY, setTheStage } from '@/tests/integration/dossiers/stage'
import { done } from '@/tests/integration/dossiers/walk'
import { aKnownPerson } from '@/tests/integration/drafts/known-person'
import { beginFrom, type Filled, finish, licensedHead, openedClinic } from './scenario'

let leave: () => Promise<void>
beforeAll(async () => {
  leave = await setTheStage()
})
afterAll(() => leave())

/** A clinic opens, then changes its hours and its head, then the head has their own licence issued anew. */
describe('the life of a clinic', () => {
  it('asks little again: most fields and papers come filled, each with its source', async () => {
    const owner = await aKnownPerson()
    const practising = await licensedHead(owner)
    const clinic = await openedClinic(owner)
    const adjusting = await beginFrom(owner, {
      procedureKey: 'gphd-adjust',
      from: clinic,
      said: {
        adjust_types: ['thoi-gian', 'nguoi-chiu-trach-nhiem'],
        old_content: 'Từ 08 giờ đến 20 giờ; người chịu trách nhiệm cũ.',
      },
    })
    const renewing = await beginFrom(owner, {
      procedureKey: 'gphn-reissue',
      from: practising,
      said: { reissue_reason: 'sai-thong-tin' },
    })
    // Of 48 questions and 5 papers of the two; what is left is what is new.
    expect(adjusting.missing).toEqual([
      'adjust_types',
      'old_content',
      'change_reason',
      'rp_id_number',
      'rp_scope',
      'rp_months_practised',
      'rp_full_time',
      'rp_in_charge_elsewhere',
      'rp_hours',
    ])
    expect(renewing.missing).toEqual(['reissue_reason', 'wrong_data'])
    expect(share([adjusting.filled.fields, renewing.filled.fields])).toBeGreaterThanOrEqual(0.7)
    expect(share([adjusting.filled.papers, renewing.filled.papers])).toBeGreaterThanOrEqual(0.6)

    const number = (await viewStore(owner, MONDAY)).find(({ name }) =>
      name.vi.startsWith('Giấy phép hoạt động'),
    )?.number
    expect(await sourcesIn(owner, adjusting.draftId)).toMatchObject({
      licence_number: { kind: 'licence', number },
      facility_name: { kind: 'dossier', reference: expect.stringMatching(/^H26/) },
      org_phone: { kind: 'account' },
    })

    const adjusted = await finish(owner, adjusting.draftId, { inspected: true })
    const flags = await flagsOf(adjusted)
    expect(flags).toEqual({
      'original-licence': { wasReused: 1, wasDigitised: 1, fromNationalStore: 0 },
      'new-rp': { wasReused: 0, wasDigitised: 0, fromNationalStore: 0 },
    })
    // The next dossier begins from the newest licence, and still knows what only the first one said.
    const again = await beginFrom(owner, {
      procedureKey: 'practice-registration',
      from: adjusted,
      said: { change_kind: 'lan-dau' },
    })
    const sources = await sourcesIn(owner, again.draftId)
    expect(sources['practitioners']).toMatchObject({ kind: 'dossier' })
    expect(sources['facility_name']).toMatchObject({ kind: 'dossier' })
  })
})

async function sourcesIn(owner: PersonActor, draftId: string) {
  const { draft, answers, procedure } = done(await viewDraft(owner, draftId))
  return originsOf(owner, rulesAt(procedure, MONDAY), { draft, answers })
}

/** What the national exchange would be told of each paper. */
async function flagsOf(dossierId: string) {
  const filed = await findFiledPapers(db, dossierId)
  const rows = await Promise.all(
    filed.map(async ({ paperId, slotKey }) => {
      const row = await inTransaction((tx) => findPaperForUpdate(tx, paperId))
      const { wasReused, wasDigitised, fromNationalStore } = row ?? {}
      return [slotKey, { wasReused, wasDigitised, fromNationalStore }] as const
    }),
  )
  return Object.fromEntries(rows)
}

function share(counts: readonly Filled['fields'][]): number {
  const [filled, asked] = [0, 1].map((at) =>
    counts.reduce((sum, count) => sum + (count[at] ?? 0), 0),
  )
  return (filled ?? 0) / (asked ?? 1)
}
