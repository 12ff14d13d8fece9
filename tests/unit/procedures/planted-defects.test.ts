import { describe, expect, it } from 'vitest'
import type { Defect } from './planted-defects/defect'
import { all, type Draft, fullDraft, judge } from './planted-defects/draft'
import * as facilities from './planted-defects/facilities'
import * as people from './planted-defects/people-and-products'

const DEFECTS: Defect[] = [...Object.values(facilities), ...Object.values(people)].flat()
const DRAFTS = [...new Set(DEFECTS.map(({ procedure }) => procedure))].flatMap((procedure) =>
  [0, 1, 2, 3].map((number) => ({ procedure, number })),
)

describe('forty clean drafts', () => {
  it('are stopped nowhere', ({ annotate }) => {
    const judged = DRAFTS.map(({ procedure, number }) => judge(fullDraft(procedure, number)))
    expect(judged.flatMap(({ stops }) => stops)).toEqual([])
    const hints = judged.flatMap((one) => one.hints).length
    return annotate(`${DRAFTS.length} drafts, none stopped, ${hints} hints`)
  })
})

describe('sixty defects in forty drafts', () => {
  it('lie in all of them', () => {
    expect([DEFECTS.length, DRAFTS.length]).toEqual([60, 40])
    const held = new Set(DEFECTS.map(({ procedure, draft }) => `${procedure} ${draft}`))
    expect(held.size).toBe(40)
  })

  it('are named before the draft is sent, each at its field', ({ annotate }) => {
    const missed = DEFECTS.filter((defect) => !isNamed(defect))
    const said = missed.map(({ procedure, what, at }) => `${procedure}: ${what} (${at})`)
    expect(said).toEqual([])
    return annotate(`${DEFECTS.length - missed.length} of ${DEFECTS.length} defects named`)
  })
})

/** Whether the draft with all its defects says something at the field that it did not say in order. */
function isNamed(defect: Defect): boolean {
  const together = DEFECTS.filter(
    ({ procedure, draft }) => procedure === defect.procedure && draft === defect.draft,
  )
  const given = Object.assign({}, ...together.map((one) => one.given ?? {}))
  const inOrder = all(...together.map(({ setUp }) => setUp ?? all()))(
    fullDraft(defect.procedure, defect.draft, given),
  )
  const before = new Set(said(inOrder))
  const after = said(all(...together.map(({ plant }) => plant))(inOrder))
  return after.some((line) => line.startsWith(`${defect.at}: `) && !before.has(line))
}

function said(draft: Draft): string[] {
  const { stops, hints } = judge(draft)
  return [...stops, ...hints]
}
