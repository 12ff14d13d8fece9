import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { clock } from '@/lib/server/business-clock'

const settings = vi.hoisted(() => ({ APP_MODE: 'test', CLOCK_FILE: '' }))
vi.mock('@/lib/server/env', () => ({ env: () => settings }))
const folder = mkdtempSync(join(tmpdir(), 'clock-'))
const file = join(folder, 'clock')
let written = 0

/** Writes the file as if `age` ms ago; each time at another moment, as a person would. */
const setFile = (text: string, age = 0) => {
  writeFileSync(file, text)
  const at = (Date.now() - age + written++) / 1000
  utimesSync(file, at, at)
}
const behind = (instant: string) => clock.now().getTime() - Date.parse(instant)

beforeEach(() => {
  settings.APP_MODE = 'test'
  settings.CLOCK_FILE = file
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the business clock', () => {
  it('is the machine clock without a file, or with an empty one', () => {
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(100)
    setFile('')
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(100)
  })

  it('stands still when frozen', () => {
    setFile('frozen:2026-12-01T02:00:00Z', 60_000)
    expect(clock.now().toISOString()).toBe('2026-12-01T02:00:00.000Z')
  })

  it('runs on from the instant of the file, counted from when it was written', () => {
    setFile('2026-12-01T02:00:00Z\n', 60_000)
    expect(behind('2026-12-01T02:01:00Z')).toBeGreaterThanOrEqual(-1000)
    expect(behind('2026-12-01T02:01:00Z')).toBeLessThan(1000)
  })

  it('follows the file when it is written again', () => {
    setFile('frozen:2026-12-01T02:00:00Z')
    clock.now()
    setFile('frozen:2027-01-15T02:00:00Z')
    expect(clock.now().toISOString()).toBe('2027-01-15T02:00:00.000Z')
  })

  it('says which file is at fault', () => {
    setFile('tomorrow')
    expect(() => clock.now()).toThrow(`${file} holds no instant`)
  })

  it('does not look at the file in production', () => {
    setFile('frozen:2001-01-01T00:00:00Z')
    settings.APP_MODE = 'production'
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(100)
  })
})
