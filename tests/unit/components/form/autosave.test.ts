import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave, type SaveAnswer, type SaveAsk } from '@/components/form/autosave'
import type { ShownClash } from '@/components/form/clash'
import type { Entry } from '@/components/form/typed'

const saved = (version: number, clashes: ShownClash[] = []): SaveAnswer => ({
  kind: 'saved',
  version,
  problems: [],
  next: '/',
  clashes,
})
const AWAY: SaveAnswer = { kind: 'unreachable' }

let boxes: Entry[] | undefined
const asks: SaveAsk[] = []
const shown: string[] = []
let kept: Entry[] | null
let answer: (ask: SaveAsk) => Promise<SaveAnswer>

function start({ unsavedFromStart = false } = {}) {
  return new Autosave({
    version: 1,
    page: '0d3b9a527c1e4f6a9b1d2f1f0c7e5a10',
    bases: {},
    unsavedFromStart,
    read: () => boxes,
    send: (ask) => {
      asks.push(ask)
      return answer(ask)
    },
    show: ({ kind }) => shown.push(kind),
    keep: (unsaved) => {
      kept = unsaved?.entries ?? null
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
  it('waits for a pause, then saves once, within two seconds', async () => {
    const autosave = start()
    for (const text of ['A', 'An', 'An B']) {
      type(text)
      autosave.touch()
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(asks).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(600)
    expect(asks).toHaveLength(1)
    expect(lastText()).toBe('An B')
    expect(shown.at(-1)).toBe('saved')
  })

  it('never has more than a second of typing on the page alone, however long nobody pauses', async () => {
    const autosave = start()
    const typed = (second: number) => Math.floor((second * 1000) / 50)
    for (let key = 1; key <= typed(20); key += 1) {
      type('x'.repeat(key))
      autosave.touch()
      await vi.advanceTimersByTimeAsync(50)
      if (key > typed(1)) expect(lastText()?.length).toBeGreaterThanOrEqual(key - typed(1))
    }
  })

  it('counts from the first key during a slow request, not from its answer', async () => {
    let land: (answer: SaveAnswer) => void = () => undefined
    answer = () => new Promise((resolve) => (land = resolve))
    const autosave = start()
    type('first')
    void autosave.save()
    type('second')
    autosave.touch()
    await vi.advanceTimersByTimeAsync(3000)
    land(saved(2))
    await vi.advanceTimersByTimeAsync(1)
    expect(lastText()).toBe('second')
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
    await vi.advanceTimersByTimeAsync(3000)
    expect(asks).toHaveLength(2)
    type('kept and more')
    autosave.touch()
    expect(kept).toEqual([['name', 'kept and more']])
    answer = async ({ version }) => saved(version + 1)
    await vi.advanceTimersByTimeAsync(1000)
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

describe('a part that others changed, too', () => {
  const CLASH: ShownClash = {
    part: 'name',
    kind: 'conflict',
    since: 1,
    by: null,
    at: null,
    theirs: 'theirs',
  }

  it('keeps its old version with every save until the writer chooses', async () => {
    answer = async ({ version }) => saved(version + 1, [CLASH])
    const autosave = start()
    type('mine')
    await autosave.save()
    type('mine, more')
    await autosave.save()
    expect(asks[1]).toMatchObject({ version: 2, bases: { name: 1 }, choices: {} })
    expect(kept).toBeNull()
  })

  it('is decided once, at once, even when nothing was typed since', async () => {
    answer = async ({ version }) => saved(version + 1, [CLASH])
    const autosave = start()
    type('mine')
    await autosave.save()
    answer = async ({ version }) => saved(version + 1)
    await autosave.decide('name', 'mine')
    expect(asks[1]).toMatchObject({ version: 2, choices: { name: 'mine' } })
    type('mine, more')
    await autosave.save()
    expect(asks[2]).toMatchObject({ version: 3, bases: {}, choices: {} })
  })

  it('stays decided over a network that is away', async () => {
    answer = async ({ version }) => saved(version + 1, [CLASH])
    const autosave = start()
    await autosave.save()
    answer = async () => AWAY
    await autosave.decide('name', 'theirs')
    answer = async ({ version }) => saved(version + 1)
    await vi.advanceTimersByTimeAsync(2000)
    expect(asks.at(-1)).toMatchObject({ choices: { name: 'theirs' } })
  })
})
