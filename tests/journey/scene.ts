import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expectAccessible } from '@/tests/e2e/axe'

export type Scene = {
  browser: Browser
  origin: string
  /** The page of mail, text messages and codes. */
  mailbox: string
  artifacts: string
  report: (line: string) => void
}

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 780 }

export type Person = { page: Page; context: BrowserContext }

/** Signs a person of the cast in by e-ID and brings them to a page. */
export async function enter(
  scene: Scene,
  fullName: string,
  { acting = 'Chính tôi', to = '/my' } = {},
): Promise<Person> {
  const context = await scene.browser.newContext({ locale: 'vi-VN', viewport: WIDE })
  const page = await context.newPage()
  await page.goto(`${scene.origin}/login/eid?callbackUrl=${encodeURIComponent(to)}`)
  await page.getByRole('button', { name: fullName }).click()
  await page.waitForURL((url) => url.origin === scene.origin)
  if (new URL(page.url()).pathname === '/choose-capacity')
    await page.getByRole('button', { name: acting }).click()
  await page.waitForURL((url) => url.pathname !== '/choose-capacity')
  return { page, context }
}

let shots = 0

/** Looks at the page as a desk and as a phone: accessibility on both, a picture of each. */
export async function look(scene: Scene, page: Page, name: string): Promise<void> {
  const folder = join(scene.artifacts, 'screenshots')
  mkdirSync(folder, { recursive: true })
  shots += 1
  const number = String(shots).padStart(2, '0')
  for (const [width, size] of [
    ['1280', WIDE],
    ['360', PHONE],
  ] as const) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    const path = join(folder, `${number}-${name}-${width}.png`)
    await page.screenshot({ path, fullPage: true })
  }
  await page.setViewportSize(WIDE)
  scene.report(`  looked at ${number}-${name}`)
}

/** Looks again until something holds; the portal's jobs take a moment. */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false>,
  seconds = 60,
): Promise<Value> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    const found = await ask()
    if (found) return found
    await new Promise((done) => setTimeout(done, 300))
  }
  throw new Error(`waited ${seconds} s for ${what}`)
}

type Text = { to: string; text: string; at: string }

/** The newest code that was sent to a telephone after a moment. */
export function codeSentTo(
  scene: Pick<Scene, 'mailbox'>,
  phone: string,
  after: Date,
): Promise<string> {
  return until(`a code for ${phone}`, async () => {
    const texts = (await (await fetch(`${scene.mailbox}/api/texts`)).json()) as Text[]
    const sent = texts.find(
      ({ to, at }) => to.endsWith(phone.slice(-9)) && new Date(at).getTime() >= after.getTime(),
    )
    return sent?.text.match(/\b\d{6}\b/)?.[0]
  })
}
