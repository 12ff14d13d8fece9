import { chromium } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { playJourney } from '@/tests/journey/play'
import { findBrowser } from '@/tests/system-packages.mjs'

const { origin, urls } = inject('stack')

// One person after another, each page looked at twice: it takes a few minutes on a slow machine.
const PATIENCE = 10 * 60_000

it(
  'a clinic applies, pays, is appraised, and holds a licence that anybody can verify',
  async () => {
    const executablePath = findBrowser()
    if (!executablePath) throw new Error('there is no Chromium on this machine')
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    const lines: string[] = []
    const scene = {
      browser,
      origin,
      mailbox: urls.mailbox,
      artifacts: '.tmp/journey',
      report: (line: string) => void lines.push(line),
    }
    try {
      const { dossierId } = await playJourney(scene)
      expect(dossierId).toMatch(/^[0-9a-f-]{36}$/)
    } catch (error) {
      throw new Error(`after\n${lines.join('\n')}`, { cause: error })
    } finally {
      await browser.close()
    }
  },
  PATIENCE,
)
