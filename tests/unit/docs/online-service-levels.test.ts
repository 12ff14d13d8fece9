import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const TEXT = readFileSync('docs/online-service-levels.md', 'utf8')
const ROWS = TEXT.split('\n').filter((line) => /^\| (?!Asked|---)/.test(line))

describe('the checklist of the levels of online service', () => {
  it('names files that exist', () => {
    const named = [...TEXT.matchAll(/`((?:app|components|docs|lib|tests)\/[^`]+|[a-z.]+\.js)`/g)]
    const paths = named.map(([, path]) => path ?? '')
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })

  it('says of each demand whether it is met, and why', () => {
    for (const row of ROWS) {
      const [, asked, met, evidence] = row.split('|').map((cell) => cell.trim())
      expect(asked).toBeTruthy()
      expect(met).toMatch(/^(yes|no|in part|not of this product)/)
      expect(evidence).toBeTruthy()
    }
  })
})
