import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseSettings } from '@/lib/server/env'
import { findStartProblems } from '@/lib/server/start-checks'
import { testSettings } from '../../test-settings'

const good = {
  nodeVersion: '24.21.0',
  root: process.cwd(),
  readSettings: () => parseSettings(testSettings),
}
const elsewhere = mkdtempSync(join(tmpdir(), 'start-'))
afterAll(() => rmSync(elsewhere, { recursive: true }))

describe('a start', () => {
  it('goes on when all is well: this installation carries the repaired driver', () => {
    expect(findStartProblems(good)).toEqual([])
  })

  it.each(['20.20.2', '22.17.9', '18.0.0'])('is refused under Node %s', (nodeVersion) => {
    expect(findStartProblems({ ...good, nodeVersion })).toEqual([
      expect.stringContaining(`Node ${nodeVersion} is too old`),
    ])
  })

  it.each(['22.18.0', '23.0.0', '26.1.0'])('goes on under Node %s', (nodeVersion) => {
    expect(findStartProblems({ ...good, nodeVersion })).toEqual([])
  })

  it('is refused with the driver as published, and without any', () => {
    const expected = [expect.stringContaining('lacks our repairs')]
    expect(findStartProblems({ ...good, root: elsewhere })).toEqual(expected)
    for (const file of ['src/connection.js', 'cjs/src/connection.js']) {
      const copy = join(elsewhere, 'node_modules/postgres', file)
      mkdirSync(dirname(copy), { recursive: true })
      const published = readFileSync(join('node_modules/postgres', file), 'utf8').replace(
        /function nextWrite\(fn\) \{[\s\S]*?\n {4}\}\n/,
        'function nextWrite(fn) {\n',
      )
      writeFileSync(copy, published)
    }
    expect(findStartProblems({ ...good, root: elsewhere })).toEqual(expected)
  })

  it('is told everything that is wrong at once', () => {
    const readSettings = () =>
      parseSettings({ ...testSettings, AUTH_SECRET: '', SMTP_URL: 'http://a' })
    const problems = findStartProblems({ nodeVersion: '20.1.0', root: elsewhere, readSettings })
    expect(problems).toHaveLength(4)
  })

  it('does not hide a fault of its own', () => {
    const readSettings = () => {
      throw new TypeError('a bug')
    }
    expect(() => findStartProblems({ ...good, readSettings })).toThrow('a bug')
  })
})
