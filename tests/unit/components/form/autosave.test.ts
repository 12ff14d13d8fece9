import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave, type SaveAnswer, type SaveAsk } from '@/components/form/autosave'
import type { Entry } from '@/components/form/typed'

const saved = (version: number): SaveAnswer => ({ kind: 'saved', version, problems: [], next: '/' })
const AWAY: SaveAnswer = { kind: 'unreachable' }

let boxes: Entry[] | undefined
const asks: SaveAsk[] = []
const shown: string[] = []
let kept: Entry[] | null
let answer: (ask: SaveAsk) => Promise<SaveAnswer>

function start({ unsavedFromStart = false } = {}) {
  return new Autosave({
    version: 1,
    unsavedFromStart,
    read: () => boxes,
    send: (ask) => {
      asks.push(ask)
      return answer(ask)
    },
    show: ({ kind }) => shown.push(kind),
    keep: (entries) => {
      kept = entries
    },
    now: () => new Date(),
  })
}

const type = (text: string) => {
  boxes = [['name', text]]
}
const lastText = () => asks.at(-1)?.entries[0]?.[1]

beforeEach(() => {
  vi.useFakeTimers()
  type('')
  kept = null
  asks.length = 0
  shown.length = 0
  answer = async ({ version }) => saved(version + 1)
})
afterEach(() => vi.useRealTimers())

describe('saving while writing', () => {
  it('waits for a pause, then saves once', async () => {
    const autosave = start()
    for (const text of ['A', 'An', 'An B']) {
      type(text)
      autosave.touch()
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(asks).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(400)
    expect(asks).toHaveLength(1)
    expect(lastText()).toBe('An B')
    expect(shown.at(-1)).toBe('saved')
  })

  it('lets typing without a pause put it off for a second, not longer', async () => {
    const autosave = start()
    for (let i = 1; i <= 100; i += 1) {
      type('x'.repeat(i))
      autosave.touch()
      await vi.advanceTimersByTimeAsync(100)
      // What was typed a second ago has been sent.
      if (i > 10) expect(lastText()?.length ?? 0).toBeGreaterThanOrEqual(i - 10)
    }
    expect(asks.length).toBeLessThan(12)
  })

  it('counts that second from the first letter, also of one typed during a slow flight', async () => {
    let land: (answer: SaveAnswer) => void = () => undefined
    answer = () => new Promise((resolve) => (land = resolve))
    const autosave = start()
    type('first')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(700)
    type('second')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(950)
    land(saved(2))
    await vi.advanceTimersByTimeAsync(60)
    expect(asks[1]).toMatchObject({ version: 2, entries: [['name', 'second']] })
  })

  it('has one request under way, and what was typed meanwhile goes next with the new version', async () => {
    let land: (answer: SaveAnswer) => void = () => undefined
    answer = () => new Promise((resolve) => (land = resolve))
    const autosave = start()
    type('first')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(1200)
    type('second')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(5000)
    expect(asks).toHaveLength(1)
    land(saved(2))
    await vi.advanceTimersByTimeAsync(1200)
    expect(asks).toHaveLength(2)
    expect(asks[1]).toMatchObject({ version: 2, entries: [['name', 'second']] })
  })

  it('tries again with growing pauses, keeps everything on the device meanwhile, and then forgets it', async () => {
    answer = async () => AWAY
    const autosave = start()
    type('kept')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(1200)
    expect(shown.at(-1)).toBe('failed')
    expect(kept).toEqual([['name', 'kept']])
    await vi.advanceTimersByTimeAsync(2000)
    expect(asks).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(3300)
    expect(asks).toHaveLength(2)
    type('kept and more')
    autosave.touch()
    expect(kept).toEqual([['name', 'kept and more']])
    answer = async ({ version }) => saved(version + 1)
    await vi.advanceTimersByTimeAsync(200)
    expect(lastText()).toBe('kept and more')
    expect(shown.at(-1)).toBe('saved')
    expect(kept).toBeNull()
  })

  it('stops when the draft was changed elsewhere and goes on over it only when told to', async () => {
    answer = async () => ({ kind: 'changed-elsewhere', version: 7 })
    const autosave = start()
    type('mine')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(1200)
    type('mine, more')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asks).toHaveLength(1)
    expect(kept).toEqual([['name', 'mine, more']])
    answer = async ({ version }) => saved(version + 1)
    await autosave.resume()
    expect(asks[1]).toMatchObject({ version: 7, entries: [['name', 'mine, more']] })
  })

  it('gives up its own text for the newer one on request', async () => {
    answer = async () => ({ kind: 'changed-elsewhere', version: 7 })
    const autosave = start()
    type('mine')
    await autosave.save()
    expect(autosave.isAtRisk()).toBe(true)
    autosave.drop()
    expect(autosave.isAtRisk()).toBe(false)
    expect(kept).toBeNull()
  })

  it('lays everything aside when the session has ended, so that leaving loses nothing', async () => {
    answer = async () => ({ kind: 'signed-out' })
    const autosave = start()
    type('before the end')
    await autosave.save()
    expect(kept).toEqual([['name', 'before the end']])
    expect(autosave.isAtRisk()).toBe(false)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(asks).toHaveLength(1)
  })

  it('answers from the last save when nothing changed, but asks once at least', async () => {
    const autosave = start()
    await autosave.save()
    await autosave.save()
    expect(asks).toHaveLength(1)
  })

  it('sends along what is not saved when the page goes away, and never empty boxes that are gone', async () => {
    const autosave = start()
    autosave.leave()
    expect(asks).toHaveLength(0)
    type('last word')
    autosave.leave()
    expect(asks[0]).toMatchObject({ leaving: true, entries: [['name', 'last word']] })
    boxes = undefined
    autosave.leave()
    expect(autosave.isDirty()).toBe(false)
    expect(asks).toHaveLength(1)
  })

  it('saves what was typed before the script ran', async () => {
    type('early bird')
    const autosave = start({ unsavedFromStart: true })
    autosave.touch()
    await vi.advanceTimersByTimeAsync(1200)
    expect(lastText()).toBe('early bird')
  })
})
