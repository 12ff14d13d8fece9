import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, BrowserContextOptions, Cookie, Page } from 'playwright-core'
import { expectAccessible } from '@/tests/e2e/axe'

export type OpenContext = (options?: BrowserContextOptions) => Promise<BrowserContext>

export type Scene = {
  open: OpenContext
  origin: string
  /** The page of mail, text messages and codes. */
  mailbox: string
  /** The folder for a picture of every page that is looked at. */
  pictures?: string
  report: (line: string) => void
}

const WIDE = { width: 1280, height: 900 }
export const PHONE = { width: 360, height: 780 }

export type Person = { page: Page; context: BrowserContext }

/** Who comes, as whom when the portal asks (an organisation's name or a position), and to which page. */
export type Arrival = { fullName: string; acting?: string; to?: string }

/** Signs a person of the cast in by e-ID, through its own page. */
export async function signIn(
  page: Page,
  origin: string,
  { fullName, acting = 'Chính tôi', to = '/my' }: Arrival,
): Promise<void> {
  await page.goto(`${origin}/login/eid?callbackUrl=${encodeURIComponent(to)}`)
  await page.getByRole('button', { name: fullName }).click()
  await page.waitForURL((url) => url.origin === origin)
  if (new URL(page.url()).pathname !== '/choose-capacity') return
  await page.getByRole('button', { name: acting }).click()
  await page.waitForURL((url) => url.pathname !== '/choose-capacity')
}

const sessions = new Map<string, Cookie[]>()

/** The same, but whoever has signed in before comes back with the session that they have. */
export async function arrive(page: Page, origin: string, arrival: Arrival): Promise<void> {
  const { fullName, acting = '', to = '/my' } = arrival
  const who = [origin, fullName, acting].join(' ')
  const session = sessions.get(who)
  if (session) {
    await page.context().addCookies(session)
    await page.goto(origin + to)
  } else {
    await signIn(page, origin, arrival)
    sessions.set(who, await page.context().cookies(origin))
  }
}

/** Brings a person of the cast to a page, in a window of their own. */
export async function enter(
  { open, origin }: Scene,
  fullName: string,
  as: Omit<Arrival, 'fullName'> = {},
): Promise<Person> {
  const context = await open({ viewport: WIDE })
  const page = await context.newPage()
  await arrive(page, origin, { fullName, ...as })
  return { page, context }
}

let shots = 0

/**
 * Looks at the page as a phone, where targets are small and lines short; for pictures also as a desk.
 */
export async function look(scene: Scene, page: Page, name: string): Promise<void> {
  shots += 1
  const shot = `${String(shots).padStart(2, '0')}-${name}`
  for (const size of scene.pictures ? [WIDE, PHONE] : [PHONE]) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    if (scene.pictures) await takePicture(page, scene.pictures, `${shot}-${size.width}.png`)
  }
  await page.setViewportSize(WIDE)
  scene.report(`  looked at ${shot}`)
}

async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, name), fullPage: true })
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
