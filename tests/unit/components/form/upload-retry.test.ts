import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pauseBefore, sendFile } from '@/components/form/papers/slot-requests'

/** A connection that the test drives: what it answers, and when it moves. */
class Wire {
  static last: Wire
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  responseText = ''
  onload = () => undefined
  onerror = () => undefined
  onabort = () => undefined
  open = () => undefined
  setRequestHeader = () => undefined
  send = () => undefined
  abort = () => this.onabort()
  constructor() {
    Wire.last = this
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('XMLHttpRequest', Wire)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const FILE = new File(['x'], 'gphn.pdf')
const start = (abort = new AbortController()) =>
  sendFile({ address: '/x', file: FILE, onPercent: () => undefined, signal: abort.signal })

describe('a file on its way over a bad connection', () => {
  it('is sent again by itself, later each time, and then waits for the person', () => {
    const pauses = [1, 2, 3, 4, 5].map(pauseBefore)
    expect(pauses).toEqual([2_000, 5_000, 10_000, 20_000, null])
  })

  it('counts as lost when nothing moves for a minute, not while it moves slowly', async () => {
    const sent = start()
    await vi.advanceTimersByTimeAsync(59_000)
    Wire.last.upload.onprogress?.({ loaded: 1, total: 10 })
    await vi.advanceTimersByTimeAsync(59_000)
    Wire.last.upload.onprogress?.({ loaded: 2, total: 10 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await sent).toEqual({ kind: 'unreachable' })
  })

  it('is lost, not refused, when the server got only a part of it', async () => {
    const sent = start()
    Wire.last.responseText = JSON.stringify({ refusal: { code: 'incomplete' } })
    Wire.last.onload()
    expect(await sent).toEqual({ kind: 'unreachable' })
  })

  it('stays cancelled when the person cancelled it', async () => {
    const abort = new AbortController()
    const sent = start(abort)
    abort.abort()
    expect(await sent).toEqual({ kind: 'cancelled' })
  })
})
