import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { findBrowser } from '@/tests/system-packages.mjs'

export type OpenContext = (options?: BrowserContextOptions) => Promise<BrowserContext>

/** One browser for a test file. Each context is a person of their own, with no cookies at first. */
export function browserForFile(): OpenContext {
  let browser: Browser | undefined
  beforeAll(async () => {
    const executablePath = findBrowser()
    if (!executablePath) throw new Error('there is no Chromium on this machine')
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())
  return async (options = {}) => {
    if (!browser) throw new Error('the browser opens before the first test')
    return browser.newContext({ locale: 'vi-VN', ...options })
  }
}
