import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFile } from '@/lib/dossiers/open-file'
import { discardDraft } from '@/lib/drafts/discard-draft'
import { viewDraft } from '@/lib/drafts/view-draft'
import { closeWithoutReply } from '@/lib/supplements/close-without-reply'
import { fileAgain } from '@/lib/supplements/file-again'
import { anApplicant, MONDAY, setTheStage } from './stage'
import { askAtIntake, at, aWalk } from './supplement-walk'
import { act, done } from './walk'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

describe('filing again', () => {
  it('makes a draft of all answers and files in one step; the old dossier stays', async () => {
    const walk = await aWalk()
    await askAtIntake(walk)
    done(await closeWithoutReply(await act(walk.desk, walk.dossierId, at('2026-12-09'))))
    const again = await fileAgain(walk.owner, { dossierId: walk.dossierId, at: at('2026-12-10') })
    const draft = done(await viewDraft(walk.owner, done(again).draftId))
    expect(draft.answers['facility_name']).toBe('Phòng khám Răng Hàm Mặt An Bình')
    const [first] = draft.papers
    expect(draft.papers.length).toBeGreaterThan(3)
    const fileId = first?.files[0]?.id ?? ''
    // Shared, and so open to both: the applicant in the draft, the officer in the old dossier.
    expect(await openFile(walk.owner, fileId)).toMatchObject({ ok: true })
    expect(await openFile(walk.desk, fileId)).toMatchObject({ ok: true })
    expect(await openFile(await anApplicant('Trần Văn Thử'), fileId)).toMatchObject({ ok: false })
  })

  it('pressed twice leads to the one draft that is not sent, however fast', async () => {
    const walk = await aWalk()
    await askAtIntake(walk)
    done(await closeWithoutReply(await act(walk.desk, walk.dossierId, at('2026-12-09'))))
    const press = async () => {
      const wanted = { dossierId: walk.dossierId, at: at('2026-12-10') }
      return done(await fileAgain(walk.owner, wanted)).draftId
    }
    const [first = '', ...others] = await Promise.all([press(), press(), press(), press()])
    expect(others).toEqual([first, first, first])
    expect(await press()).toBe(first)
    done(await discardDraft(walk.owner, first))
    expect(await press()).not.toBe(first)
  })

  it('is not for a dossier under way, nor for anybody else', async () => {
    const walk = await aWalk()
    const wanted = { dossierId: walk.dossierId, at: MONDAY }
    expect(await fileAgain(walk.owner, wanted)).toMatchObject({
      refusal: { code: 'dossier-not-ended' },
    })
    for (const actor of [await anApplicant('Trần Văn Thử'), walk.desk])
      expect(await fileAgain(actor, wanted)).toMatchObject({ refusal: { code: 'not-found' } })
  })
})
