import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findFiledPapers } from '@/db/queries/dossier-papers'
import { rulesAt } from '@/lib/casework/form-rules'
import { originsOf } from '@/lib/drafts/prefill'
import { viewDraft } from '@/lib/drafts/view-draft'
import { anApplicant, MONDAY, setTheStage } from '@/tests/integration/dossiers/stage'
import { done } from '@/tests/integration/dossiers/walk'
import { beginFrom, type Filled, finish, licensedHead, openedClinic } from './scenario'

beforeAll(async () => {
  const end = await setTheStage()
  return end
})

/** A clinic opens, then adjusts its licence, then its head has their own licence issued anew. */
describe('the life of a clinic', () => {
  it('asks little again: most fields and papers come filled, each with its source', async () => {
    const head = await anApplicant('Lê Thị Mẫu')
    const practising = await licensedHead(head)
    const clinic = await openedClinic(head)

    const adjusting = await beginFrom(head, {
      procedureKey: 'gphd-adjust',
      from: clinic,
      said: {
        adjust_types: ['thoi-gian', 'nguoi-chiu-trach-nhiem'],
        old_content: 'Từ 08 giờ đến 20 giờ; người chịu trách nhiệm cũ.',
      },
    })
    const renewing = await beginFrom(head, {
      procedureKey: 'gphn-reissue',
      from: practising,
      said: { reissue_reason: 'sai-thong-tin' },
    })
    console.log(JSON.stringify({ adjusting: adjusting.filled, renewing: renewing.filled }))
    const fields = share([adjusting.filled.fields, renewing.filled.fields])
    const papers = share([adjusting.filled.papers, renewing.filled.papers])
    expect({ fields, papers }).toEqual({ fields: expect.any(Number), papers: expect.any(Number) })
    expect(fields).toBeGreaterThanOrEqual(0.7)
    expect(papers).toBeGreaterThanOrEqual(0.6)
  })
})

function share(counts: readonly Filled['fields'][]): number {
  const [filled, asked] = [0, 1].map((at) => counts.reduce((sum, count) => sum + (count[at] ?? 0), 0))
  return (filled ?? 0) / (asked ?? 1)
}
