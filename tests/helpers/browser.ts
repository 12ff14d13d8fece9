import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import type { OpenContext, Scene } from '@/tests/journey/scene'
import { findBrowser } from '@/tests/system-packages.mjs'

/** One browser for a test file. Each context is a person of their own, with no cookies at first. */
export function browserForFile(): OpenContext {
  let browser: Browser | undefined
  beforeAll(async () => {
    const executablePath = findBrowser()
    if (!executablePath) throw new Error('there is no Chromium on this machine')
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())
  return async (options: BrowserContextOptions = {}) => {
    if (!browser) throw new Error('the browser opens before the first test')
    return browser.newContext({ locale: 'vi-VN', ...options })
  }
}

/** The running product before the browser of a test file; leaves pictures in the folder that PICTURES names. */
export function sceneForFile(): Scene {
  const { origin, urls } = inject('stack')
  const pictures = process.env['PICTURES']
  return {
    open: browserForFile(),
    origin,
    mailbox: urls.mailbox,
    report: () => undefined,
    ...(pictures && { pictures }),
  }
}
